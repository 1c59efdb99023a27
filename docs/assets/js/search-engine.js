// The search itself: a question in, the records that answer it out, the best first. It is loaded when somebody searches,
// and loads the parts of the index that the question needs, as scripts, since a page opened as a file may not fetch data.
// What the rows of the index mean stands in hooks/atlas/site/search/. How records look is the business of search-view.js.

(() => {
  const PLACES = 4, MOST = 12, COMMON = 2.3, WORD = /[a-z0-9]+/g, BARE = /[̀-ͯ­]/g;
  const { load } = Avtalsatlas;
  let index, lexicon, known, records, ready;

  /** Begin to load what every search needs. */
  function begin() {
    ready ??= Promise.all([load("data/sok.js"), load("data/sok/ord.js")]).then(prepare, (error) => ((ready = undefined), Promise.reject(error)));
    return ready;
  }

  // --- words, by the rules of words.py ---

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(BARE, "");
  const wordsOf = (text) => fold(text).match(WORD) ?? [];

  function stem(word) {
    if (/\d/.test(word)) return word;
    for (;;) {
      const ending = index.endings.find((each) => {
        const rest = word.slice(0, -each.length);
        return word.endsWith(each) && rest.length >= index.shortest && /[aeiouy]/.test(rest);
      });
      if (!ending) return word;
      word = word.slice(0, -ending.length);
    }
  }

  /** Whether a word tells nothing of what is asked. */
  const isQuiet = (word) => index.quiet.has(word) || (word.length < 2 && !/\d/.test(word));

  const stems = (text) => wordsOf(text).map(stem);

  /** The concepts that a row of stems names: [concept, from, to). */
  function concepts(row) {
    const found = [];
    index.concepts.forEach((phrases, number) =>
      phrases.forEach((phrase) =>
        row.forEach((_, at) => {
          if (phrase.every((word, place) => row[at + place] === word)) found.push([`#${number}`, at, at + phrase.length]);
        }),
      ),
    );
    return found;
  }

  const terms = (text) => {
    const row = stems(text);
    return new Set([...row, ...concepts(row).map(([concept]) => concept)]);
  };

  // --- what is small: topics, texts and pages ---

  function prepare() {
    index = window.AvtalsatlasSok;
    lexicon = window.AvtalsatlasSokOrd.split(" ");
    const quiet = new Set(index.quiet);
    index.quiet = quiet;
    const telling = (name) => wordsOf(name).filter((word) => !isQuiet(word)).length;
    const field = (weight, text) => [weight, terms(text)];
    const counties = index.counties.map(([names, municipalities]) => [terms(names), terms(`${municipalities} kommun`)]);
    index.texts = index.texts.map(([id, name, title, kind, county, own, answers]) => ({
      kind: "text", id, name, title, words: kind, url: `avtal/${id}/index.html`, answers: answers ? answers.split(" ").map(read) : [],
      // Where it holds comes first: a question that names a place and a topic asks for the answer of the texts there.
      fields: [field(3, name), field(2.4, own && `${own} kommun`), [1.8, own || !answers ? new Set() : counties[county][1]], [1.6, counties[county][0]], field(1.2, title), field(1, kind)],
      size: telling(name),
    }));
    index.topics = index.topics.map(([id, name, border, everyday, row]) => ({
      kind: "topic", id, name, border, row, url: `jamfor/${id}/index.html`, fields: [field(3, name), field(2.2, everyday), field(0.9, border)], size: telling(name),
    }));
    const pages = index.pages.map(([url, name, branch, tells, everyday]) => ({
      kind: "page", name, branch, tells, url, fields: [field(3, name), field(2.2, everyday), field(0.9, tells), field(0.5, branch)], size: telling(name),
    }));
    const each = index.texts.filter(({ answers }) => answers.length).flatMap((text) => index.each.map(([before, after, name]) => ({
      kind: "each", name: `${name}: ${text.name}`, branch: text.words, tells: "", url: `${before}${text.id}${after}`, fields: [field(3, name), ...text.fields.slice(0, PLACES)], size: 9,
    })));
    records = [...index.topics, ...index.texts, ...pages, ...each];
    index.size = index.texts.reduce((sum, { answers }) => sum + answers.reduce((facts, each) => facts + each.facts, 0), records.length);
    records.forEach((record) => (record.plain = wordsOf(record.name).join(" ")));
    const all = new Set(lexicon);
    records.forEach(({ fields }) => fields.forEach(([, words]) => words.forEach((word) => word[0] === "#" || all.add(word))));
    known = all;
    lexicon = [...all].sort();
  }

  /** How a text answers a topic: the letters of its statuses, and how many facts it has. */
  function read(answer) {
    const [, statuses, facts] = answer.match(/^(\D+)(\d+)$/);
    return { statuses: [...statuses].map((letter) => index.statuses[letter]), facts: Number(facts) };
  }

  // --- the question ---

  /** How many letters two words differ by, or more than `most`; two that have changed places count as one. */
  function apart(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before, last = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  const isWord = (part) => part.length > 2 && (known.has(part) || (part.endsWith("s") && known.has(part.slice(0, -1))));

  /** The parts of a compound that are words of their own: «uppsagningstid» → uppsagning, tid. */
  function split(word) {
    for (let at = word.length - 3; at > 2; at--) {
      const head = word.slice(0, at), tail = word.slice(at);
      if (isWord(head) && known.has(tail)) return [known.has(head) ? head : head.slice(0, -1), tail];
    }
    return [];
  }

  /** Whether two words have the same beginning and only short, unlike ends: «jamstalld» and «jamstallt». */
  function isKin(one, other) {
    let same = 0;
    while (same < one.length && one[same] === other[same]) same++;
    return same > 5 && one.length - same < 5 && other.length - same < 4;
  }

  /** The end or beginning of a compound that is not known as a whole, when that is a word: «patientsekret» → sekret. */
  function half(word) {
    for (let at = 3; at <= word.length - 4; at++) if (known.has(word.slice(at))) return word.slice(at);
    for (let at = word.length - 3; at > 4; at--) if (isWord(word.slice(0, at))) return word.slice(0, at);
    return "";
  }

  /** What a word of the question may stand for, each with its weight. */
  function meanings(word, typing) {
    const found = new Map([[word, 1]]);
    const add = (term, weight) => found.set(term, Math.max(found.get(term) ?? 0, weight));
    if (/\d/.test(word)) return found;
    const near = [];
    lexicon.forEach((term) => {
      if (term === word || word.length < 3) return;
      if (term.startsWith(word)) near.push([term, typing && !known.has(word) ? 0.8 : 0.55]);
      else if (isKin(word, term)) add(term, 0.5);
      else if (term.endsWith(word) && isWord(term.slice(0, -word.length))) near.push([term, 0.5]);
    });
    near.sort((one, other) => other[1] - one[1] || one[0].length - other[0].length).slice(0, MOST).forEach((each) => add(...each));
    const halves = split(word);
    halves.forEach((part, place) => add(part, place ? 0.3 : 0.5));
    if (known.has(word) || (near.length && typing)) return found;
    const most = word.length > 7 ? 2 : word.length > 3 ? 1 : 0;
    if (most && !near.length) lexicon.forEach((term) => {
      const far = apart(word, term, most);
      if (far <= most) add(term, far === 1 ? 0.8 : 0.6);
    });
    if (found.size === 1 && half(word)) add(half(word), 0.5);
    return found;
  }

  /** The question as slots: for each of its words, what may stand for it. */
  function ask(question) {
    const words = wordsOf(question), row = words.map(stem), typing = /[^\s]$/.test(question);
    const slots = row.map((word, place) => ({
      word, quiet: isQuiet(words[place]), terms: meanings(word, typing && place === row.length - 1),
    }));
    concepts(row).forEach(([concept, from, to]) => slots.slice(from, to).forEach((slot) => {
      slot.terms.set(concept, 0.85);
      slot.quiet = false;
    }));
    const telling = slots.filter(({ quiet }) => !quiet);
    return telling.length ? telling : slots;
  }

  // --- the places of words ---

  const partOf = (term) => index.parts.reduce((best, letters, number) => (term.startsWith(letters) && letters.length >= (index.parts[best]?.length ?? 0) ? number : best), -1);

  /** Load the postings of all terms of a question. */
  async function places(slots) {
    const wanted = new Set(slots.flatMap(({ terms: all }) => [...all.keys()]).map(partOf));
    await Promise.all([...wanted].filter((number) => number >= 0).map((number) => load(`data/sok/del-${number}.js`)));
  }

  const postingsOf = (term) => window.AvtalsatlasSokDel?.[partOf(term)]?.[term] ?? {};

  // --- ranking ---

  /** How well fields answer each slot. */
  const score = (fields, slots) =>
    slots.map(({ terms: all }) => {
      let best = 0;
      all.forEach((weight, term) => fields.forEach(([strength, words]) => {
        if (words.has(term) && weight * strength > best) best = weight * strength;
      }));
      return best;
    });

  /** How rare a slot is: its own word if there is any, else what stands for it. */
  function rarity(slots) {
    slots.forEach((slot) => {
      const count = (term) =>
        Object.values(postingsOf(term)).reduce((sum, list) => sum + list.length, 0) + records.filter(({ fields }) => fields.some(([, words]) => words.has(term))).length;
      const own = count(slot.word);
      const many = own || Math.max(...[...slot.terms.keys()].map(count));
      slot.rare = Math.log(1 + index.size / (1 + many));
    });
  }

  function total(scores, slots) {
    const all = slots.reduce((sum, { rare }) => sum + rare, 0);
    const met = slots.reduce((sum, { rare }, place) => sum + (scores[place] ? rare : 0), 0);
    return slots.reduce((sum, { rare }, place) => sum + rare * scores[place], 0) * (met / all) ** 1.5;
  }

  const more = (one, other) => one.map((score, place) => Math.max(score, other[place]));
  const times = (scores, by) => scores.map((score) => score * by);

  /** Facts and clauses that have any of the words, each with what its topic and its text add. */
  function inTexts(slots, ofTopics, ofTexts) {
    const found = new Map();
    slots.forEach(({ terms: all }, place) => all.forEach((weight, term) => {
      Object.entries(postingsOf(term)).forEach(([text, list]) => list.forEach((posting) => {
        const key = `${text} ${posting >> 2}`, among = posting & 3;
        const scores = found.get(key) ?? found.set(key, slots.map(() => 0)).get(key);
        scores[place] = Math.max(scores[place], weight * [0, 1.7, 1.3, 2][among]);
      }));
    }));
    return [...found].map(([key, scores]) => {
      const [number, record] = key.split(" ").map(Number), text = index.texts[number];
      let left = record;
      const topic = text.answers.findIndex(({ facts }) => (left -= facts) < 0);
      const around = more(times(ofTexts[number], 0.7), topic < 0 ? scores : times(ofTopics[topic], 0.45));
      const kind = topic < 0 ? "clause" : "fact";
      const facts = text.answers.reduce((sum, each) => sum + each.facts, 0);
      const place = topic < 0 ? record - facts : left + text.answers[topic].facts;
      return { kind, text, topic: index.topics[topic], place, met: around.every((each, slot) => each + scores[slot] > 0.9), score: total(more(scores, around), slots) * (topic < 0 ? 0.75 : 1) };
    });
  }

  /** A text's answer to a topic, when the question names both: also the answer that there is none. */
  function rows(slots, ofTopics) {
    const found = [];
    index.texts.forEach(({ fields }, number) => {
      const text = score(fields.slice(0, PLACES), slots);
      if (!text.some(Boolean) || !index.texts[number].answers.length) return;
      ofTopics.forEach((topic, place) => {
        // A word that stands everywhere («kommun») asks for no topic.
        if (!topic.some((score, slot) => score > text[slot] && slots[slot].rare > COMMON) || !text.some((score, slot) => score > topic[slot])) return;
        found.push({ kind: "answer", text: index.texts[number], topic: index.topics[place], answer: index.texts[number].answers[place], score: total(more(topic, text), slots) * 1.1 });
      });
    });
    return found;
  }

  // A page that each agreement has one of comes after the agreement itself.
  const KINDS = { topic: 1.25, text: 1.05, page: 1.1, each: 0.6 };

  function whole(record, scores, slots, asked) {
    const named = scores.filter((score) => score >= 2.4).length / Math.max(record.size, 1);
    const exact = record.plain === asked ? 2 : 1;
    return { ...record, met: scores.every((each) => each > 0.9), score: total(scores, slots) * KINDS[record.kind] * (1 + 0.5 * Math.min(named, 1)) * exact };
  }

  /** All that answers a question, the best first. Rejects when a part of the index cannot be loaded. */
  async function search(question) {
    await ready;
    const slots = ask(question);
    if (!slots.length) return { results: [], wanted: new Set() };
    await places(slots);
    rarity(slots);
    const scores = records.map(({ fields }) => score(fields, slots));
    const ofTopics = scores.slice(0, index.topics.length);
    const ofTexts = scores.slice(index.topics.length, index.topics.length + index.texts.length);
    const found = [
      ...records.map((record, place) => whole(record, scores[place], slots, wordsOf(question).join(" "))),
      ...rows(slots, ofTopics),
      ...inTexts(slots, ofTopics, ofTexts),
    ].filter(({ score }) => score > 0);
    found.sort((one, other) => other.score - one.score);
    const best = found[0]?.score ?? 0;
    // What meets the whole question stays, however far behind a page of that very name; what meets a part must be near.
    return { results: found.filter(({ score, met }) => met || score > best / 4), wanted: wantedOf(slots) };
  }

  /** The stems to mark in what is shown: of the question, and of what stands for it. */
  function wantedOf(slots) {
    const all = slots.flatMap(({ terms: meant }) => [...meant.keys()]);
    const phrases = all.filter((term) => term[0] === "#").flatMap((term) => index.concepts[term.slice(1)]).filter((phrase) => phrase.length === 1);
    return new Set([...all, ...phrases.flat().filter((word) => !index.quiet.has(word))]);
  }

  /** Where a text's answer to a topic stands. */
  const address = ({ text, topic }) => `${topic.url}#${topic.row}${text.id.replace("/", "-")}`;

  Avtalsatlas.search = { begin, search, address, stem: (word) => stem(fold(word)), statuses: () => Object.values(index.statuses) };
})();
