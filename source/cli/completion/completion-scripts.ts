/** The shells that can complete the commands of usersheet. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/**
 * What each shell runs at its start. They ask usersheet itself at every Tab, by the hidden command "complete": one candidate a line,
 * behind a tab what it is; `:files` leaves it to the shell. After a colon a word goes on, so no blank is put there.
 */
export const completionScripts: Readonly<Record<Shell, string>> = {
	bash: `# Completion of usersheet for bash: usersheet completion bash >~/.local/share/bash-completion/completions/usersheet
_usersheet() {
	local line
	COMPREPLY=()
	while IFS= read -r line; do
		case $line in
			:files) compopt -o default 2>/dev/null ;;
			*:) compopt -o nospace 2>/dev/null; COMPREPLY+=("$line") ;;
			*) COMPREPLY+=("$line") ;;
		esac
	done < <("\${COMP_WORDS[0]}" complete bash -- "$COMP_WORDBREAKS" "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}
complete -F _usersheet usersheet
`,
	zsh: `#compdef usersheet
# Completion of usersheet for zsh: usersheet completion zsh >"\${fpath[1]}/_usersheet"
_usersheet() {
	local line name
	local -a open open_shown whole whole_shown
	for line in "\${(@f)$("\${words[1]}" complete zsh -- "\${(@Q)words[1,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}"; do
		name=\${line%%$'\\t'*}
		case $name in
			'') ;;
			:files) _files; return ;;
			*:) open+=("$name"); open_shown+=("$name  \${line#*$'\\t'}") ;;
			*) whole+=("$name"); whole_shown+=("$name  \${line#*$'\\t'}") ;;
		esac
	done
	compadd -U -l -S '' -d open_shown -a -- open
	compadd -U -l -d whole_shown -a -- whole
}
if [[ $funcstack[1] == _usersheet ]]; then _usersheet "$@"; else compdef _usersheet usersheet; fi
`,
	fish: `# Completion of usersheet for fish: usersheet completion fish >~/.config/fish/completions/usersheet.fish
function __usersheet_complete
	set -l words (commandline -opc)
	set -l lines ($words[1] complete fish -- $words (commandline -ct) 2>/dev/null)
	if test "$lines[1]" = :files
		__fish_complete_path (commandline -ct)
	else
		string join -- \\n $lines
	end
end
complete -c usersheet -f -a '(__usersheet_complete)'
`,
};
