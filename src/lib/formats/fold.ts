/** Letters that Pashto, Persian, Urdu and Arabic keyboards write differently, taken as one. */
const LETTERS: [RegExp, string][] = [
  [/[يىېۍےۓ]/g, 'ی'],
  [/ك/g, 'ک'],
  [/[ہھةۂۃ]/g, 'ه'],
  [/[ګڱ]/g, 'گ'],
  [/[ټٹ]/g, 'ت'],
  [/[ډڈ]/g, 'د'],
  [/[ړڑ]/g, 'ر'],
  [/[ڼں]/g, 'ن']
];

/** Text as searches compare it: no accents, no case, one form of each letter. */
export function foldLetters(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return LETTERS.reduce((folded, [letters, one]) => folded.replace(letters, one), plain).replace(
    /ı/g,
    'i'
  );
}
