// Loaded before usersheet by faults.test.ts: a fault of ours in drawing (☠), in the loop (☢) or in what reads the keys (☣).
const {segment} = Intl.Segmenter.prototype;
Intl.Segmenter.prototype.segment = function (text) {
	const inDrawing = text.includes('☠') && (new Error('').stack ?? '').includes('text-width');
	const inLoop = text.includes('☢') && (new Error('').stack ?? '').includes('text-field-state');
	const inKeys = text.includes('☣') && (new Error('').stack ?? '').includes('key-decoder');
	if (inDrawing || inLoop || inKeys) throw new Error('the segmenter is\nbroken');
	return segment.call(this, text);
};
