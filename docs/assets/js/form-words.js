// «Nytt avtal»: the words of the check. Every message and hint is a pattern that the build has written into data/form.js, so
// that what stands here is what the check will say. Only the search for the nearest word is made over, letter by letter.

(() => {
  const CUTOFF = 0.6;

  /** A pattern with its places filled in. */
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

  /** How many letters two words share, as Python's difflib counts them: the longest run, then what is left on each side. */
  function shared(one, other) {
    let [most, from, at] = [0, 0, 0];
    let before = [];
    one.forEach((letter, i) => {
      const runs = [];
      other.forEach((each, j) => {
        if (each !== letter) return;
        runs[j] = (before[j - 1] ?? 0) + 1;
        if (runs[j] > most) [most, from, at] = [runs[j], i - runs[j] + 1, j - runs[j] + 1];
      });
      before = runs;
    });
    if (!most) return 0;
    return most + shared(one.slice(0, from), other.slice(0, at)) + shared(one.slice(from + most), other.slice(at + most));
  }

  /** The known word that is nearest, or nothing. */
  function nearest(word, known) {
    const letters = [...word];
    let best = null;
    for (const each of known) {
      const other = [...each];
      const ratio = (2 * shared(other, letters)) / (other.length + letters.length || 1);
      if (ratio >= CUTOFF && (!best || ratio > best.ratio || (ratio === best.ratio && each > best.each))) best = { each, ratio };
    }
    return best?.each;
  }

  /** The messages of one page, from the data that the build has written. */
  function words(told) {
    return {
      fill,
      /** A finding of a rule. Hints that are empty are left out. */
      finding(path, rule, values, ...hints) {
        const { code, says } = told.rules[rule];
        return { path, code, message: fill(says, values), hints: hints.filter(Boolean) };
      },
      wrong: (found, says) => ({ ...found, message: fill(told.wrong, { message: found.message, says }) }),
      likeThis: (key, example) => (example ? fill(told.likeThis, { key, example }) : ""),
      under: (name) => (name ? fill(told.under, { name }) : told.inFile),
      near(word, known) {
        const near = nearest(word, known);
        return near === undefined ? "" : fill(told.nearest, { near });
      },
      allowed(known, what = told.values) {
        if (!known.length) return "";
        const more = known.length > told.mostWords ? fill(told.andMore, { number: known.length - told.mostWords }) : "";
        return fill(told.allowed, { what, words: known.slice(0, told.mostWords).join(", ") + more });
      },
      /** Words as part of an address. */
      slug: (text) =>
        [...text.toLowerCase()]
          .map((letter) => told.letters[letter] ?? letter)
          .join("")
          .replace(/[^a-z0-9]+/g, "-")
          .replace(/^-+|-+$/g, ""),
      isId: (text) => new RegExp(told.ids.pattern).test(text) && text.length <= told.ids.longest,
      isReserved: (text) => told.ids.reserved.some((start) => text.startsWith(start)),
    };
  }

  Avtalsatlas.form = { words };
})();
