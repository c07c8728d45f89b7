/** What help says of `--json`, by what is printed. Lines of at most 80 characters. */
export const jsonHelp = {
	import: `
--json prints one object:
  file, encoding, delimiter, rows, created, updated, unchanged, skipped,
  rejected
  fixed           cells that were put right: line, column, fix, before, after
  committed       whether anything was written
  importedBefore  the last import of the same bytes (revision, at, who, undone),
                  or null
  rejectsOf       the same of the import whose rejected rows the file holds
  olderValues     users, values and changes (revision, at, who) that updates
                  would take back, or null
  missing         with --list-missing or --source: users (how many are not in
                  the file), of, unfindable, notWhole (more than a fifth), file
  movedProfiles   updated users whose profile changes
  cleared         stored values that blank cells clear, by column
  changedColumns  users with another value, by column
  decisions       what has to be decided: flag, choices, chosen or undecided,
                  and the count that the file raises, by column or kind
  ignoredColumns
  columns         position, header, field or null, how (exact, alias, foreign,
                  damaged, near, hand, known, unknown), reason, suggested
  differences     on a dry run: each updated user, before and after; without
                  --json the first 20
  problems        line, id, who (the name before any change), column, value,
                  severity, code, short, message, and fixed (the value that
                  would be right, where that is sure)
Secrets and PINs are masked in it.`,
	list: `
--json prints for each user the field keys, "state" (incomplete, no-link,
to-deploy, sent, downloaded, changed-since, reset-needed), what usersheet keeps
("origin", "deployedOn", "downloadedOn", "mailResult", ...), and "secrets",
which only says which ones are set; with --columns a masked column says whether
there is a value. With --problems: one object for each problem, as "problems" of
an import.`,
	users: `
--json prints one object: dryRun, committed, revision (the number that "undo"
takes), users (how many were chosen), updated (as in "history --json"), removed,
and problems in the form of an import.`,
	deploy: `
--json prints one object: dryRun, way, users (how many were chosen), counts (how
many are ready, again, unknown, noLink, incomplete, refused, fault), accepted,
rejected, deferred, unknown, skipped, revision, stopped (why it ended early),
messages (id, name, result, code), and problems in the form of an import.`,
	history: `
--json prints for each change: revision, at (UTC), user, name, key, client, from
(grid, form, import, command-line, undo, restore), of an import file, sha256,
rejectsOf (the import whose rejected rows the file held) and rows (unchanged,
skipped, leftOut, rejected, and how many fixedCells), label, added, updated with
before and after of each field, removed, profiles, settings, and secretsGone.
Secrets and PINs are masked in it.`,
	doctor: `
--json prints sound, encrypted, users, revision, checkpoint, journal, history,
files and problems; with --salvage also salvaged.`,
} as const;
