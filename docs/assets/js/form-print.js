// «Nytt avtal»: the fingerprint of a text, as the check makes it: the words of each block, one to a line, folded, and their
// SHA-256. The reader of Markdown is made over here as far as words go; the tests run a table of texts through both. The
// browser's own SHA-256 is not there for a page opened as a file, so there is one here.

(() => {
  const { form } = Avtalsatlas;
  // White space as Python knows it.
  const BLANK = "[\\s\\x1c-\\x1f\\x85]";
  const isBlank = (words) => new RegExp(`^${BLANK}`).test(words);
  const HEADING = /^(#{1,6})[ \t]+(.*?)(?:(?:^|[ \t]+)#+)?[ \t]*$/s;
  const ITEM = /^([ \t]*)[-+*][ \t]+(?=\S)/;
  const RULE_ROW = /^\|(?=.*-)[ \t:|-]+$/s;

  /** What is no plain word within a block: an escaped mark, emphasis, what nobody sees, odd blanks and composed letters. */
  const special = (invisible) => new RegExp(`\\\\[!-/:-@\\[-\`{-~]|\\*{1,2}|[${invisible}]|${BLANK}{2,}|(?! )${BLANK}|[\\p{L}\\p{N}][\\u0300-\\u036f]+|[\\u2126\\u212a\\u212b]`, "gu");

  /** The places of emphasis marks that have a partner. */
  function paired(text, pieces, mark) {
    const [found, waiting] = [new Set(), []];
    for (const [start, end] of pieces) {
      for (const { 0: words, index } of text.slice(start, end).matchAll(mark)) {
        if (words[0] !== "*") continue;
        const [at, after] = [start + index, start + index + words.length];
        const last = waiting.at(-1);
        if (at > start && !isBlank(text[at - 1]) && last?.words === words && last.at + words.length < at) {
          found.add(waiting.pop().at).add(at);
        } else if (after < end && !isBlank(text[after])) waiting.push({ at, words });
      }
    }
    return found;
  }

  /** The words of a block as a reader sees them, with single blanks. */
  function plain(text, pieces, told, mark) {
    const marks = paired(text, pieces, mark);
    let made = "";
    const add = (words) => (made += words.startsWith(" ") && (!made || made.endsWith(" ")) ? words.slice(1) : words);
    for (const [start, end] of pieces) {
      add(" ");
      let from = start;
      for (const { 0: words, index } of text.slice(start, end).matchAll(mark)) {
        add(text.slice(from, start + index));
        from = start + index + words.length;
        if (marks.has(start + index) || told.invisible.includes(words)) continue;
        add(words[0] === "\\" ? words[1] : isBlank(words) ? " " : words.normalize("NFC"));
      }
      add(text.slice(from, end));
    }
    return [...made.replace(/ +$/, "")].map((letter) => told.same[letter] ?? letter).join("");
  }

  /** The stretches of a row's cells. The last bar may be missing. */
  function cells(line, start) {
    const found = [];
    for (let begin = line.indexOf("|") + 1; ; ) {
      let end = line.indexOf("|", begin);
      while (end > 0 && line[end - 1] === "\\") end = line.indexOf("|", end + 1);
      if (end < 0 && !line.slice(begin).trim()) return found;
      const last = end < 0 ? line.length : end;
      const raw = line.slice(begin, last);
      const first = begin + (raw.trim() ? raw.length - raw.trimStart().length : 0);
      found.push([[start + first, start + Math.max(first, begin + raw.trimEnd().length)]]);
      if (end < 0) return found;
      begin = end + 1;
    }
  }

  /** The blocks of a text, each as its stretches: headings, paragraphs, list items and cells. */
  function blocks(text) {
    const found = [];
    let [pieces, row, start] = [[], -1, 0];
    const close = () => {
      if (pieces.length) found.push(pieces);
      pieces = [];
    };
    for (const whole of text.split("\n")) {
      const line = whole.replace(/\r+$/, "");
      const bare = line.trim();
      const [heading, item] = [HEADING.exec(line), ITEM.exec(line)];
      const isRow = bare.startsWith("|");
      if (!bare || heading || item || isRow) close();
      if (!isRow) row = -1;
      if (heading) {
        const from = start + heading[1].length + /^[ \t]+/.exec(line.slice(heading[1].length))[0].length;
        found.push([[from, from + heading[2].length]]);
      } else if (isRow) {
        if (row > 0 || !RULE_ROW.test(bare)) {
          row += 1;
          found.push(...cells(line, start));
        }
      } else if (bare) {
        const begin = item ? item[0].length : line.length - line.trimStart().length;
        pieces.push([start + begin, start + line.trimEnd().length]);
      }
      start += whole.length + 1;
    }
    close();
    return found;
  }

  const turn = (word, by) => (word >>> by) | (word << (32 - by));
  /** The first 32 bits of the fraction of a root, for the first primes: what SHA-256 begins with and mixes in. */
  const roots = (count, power) => {
    const found = [];
    for (let each = 2; found.length < count; each += 1) {
      let prime = true;
      for (let part = 2; part * part <= each; part += 1) prime &&= each % part !== 0;
      if (prime) found.push(Math.floor((each ** power % 1) * 2 ** 32) | 0);
    }
    return found;
  };

  /** SHA-256 (FIPS 180-4) of words in UTF-8, as hexadecimal digits. */
  function sha256(words) {
    const bytes = new TextEncoder().encode(words);
    const view = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
    bytes.forEach((byte, at) => view.setUint8(at, byte));
    view.setUint8(bytes.length, 0x80);
    view.setBigUint64(view.byteLength - 8, BigInt(bytes.length) * 8n);
    const [state, mixed, w] = [roots(8, 1 / 2), roots(64, 1 / 3), new Int32Array(64)];
    for (let block = 0; block < view.byteLength; block += 64) {
      for (let t = 0; t < 64; t += 1) {
        const [far, near] = [w[t - 15], w[t - 2]];
        w[t] = t < 16 ? view.getInt32(block + 4 * t) : w[t - 16] + (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)) + w[t - 7] + (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10));
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let t = 0; t < 64; t += 1) {
        const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + mixed[t] + w[t]) | 0;
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
      }
      [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = (state[at] + word) | 0));
    }
    return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  /** Twelve digits that change when a word of the text changes. */
  function fingerprint(told, text) {
    const mark = special(told.invisible);
    return sha256(blocks(text).map((pieces) => plain(text, pieces, told, mark)).join("\n")).slice(0, 12);
  }

  Object.assign(form, { fingerprint });
})();
