/** What a change comes down to once the text both sides share is taken off: equal changes by different families are one. */
export function essence(text: string, change: { readonly start: number; readonly end: number; readonly text: string }): string {
  const { start, end, text: put } = change;
  const most = Math.min(end - start, put.length);
  let head = 0;
  while (head < most && text[start + head] === put[head]) head++;
  let tail = 0;
  while (tail < most - head && text[end - 1 - tail] === put[put.length - 1 - tail]) tail++;
  return leftmost(text, start + head, end - tail, put.slice(head, put.length - tail));
}

/** An insertion or removal among equal characters could stand in several places with one result: the first of them. */
function leftmost(text: string, start: number, end: number, put: string): string {
  let [from, to, fresh] = [start, end, put];
  if (from === to || fresh === '') {
    while (from > 0 && text[from - 1] === (fresh === '' ? text[to - 1] : fresh.at(-1))) {
      fresh = fresh.slice(-1) + fresh.slice(0, -1);
      from -= 1;
      to -= 1;
    }
  }
  return `${from}:${to}:${fresh}`;
}
