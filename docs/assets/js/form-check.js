// «Nytt avtal»: the rules that the shapes make, held against what has been filled in. Each answers as the check does; the
// tests run the same broken agreements through both. What needs the whole text or the whole project is not tried here.

(() => {
  const { form } = Avtalsatlas;
  const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

  /** Whether a day is in the calendar. A day of every year may be the 29th of February. */
  function exists(year, month, day) {
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) return false;
    return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  }

  function dayRule(text, { partial, yearly }) {
    const [, a, b, c] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
    if (c || (a && partial)) return exists(Number(a), Number(b ?? 1), Number(c ?? 1)) ? "" : "noDay";
    const [, month, day] = (yearly && /^(\d\d)-(\d\d)$/.exec(text)) || [];
    if (month) return exists(2024, Number(month), Number(day)) ? "" : "noDay";
    return "noDate";
  }

  function numberRule(text, { low, high }) {
    if (/^0[0-9]+$/.test(text)) return "leadingZero";
    if (!/^[0-9]+$/.test(text)) return "noNumber";
    return text.length > String(high).length || Number(text) < low || Number(text) > high ? "outOfBounds" : "";
  }

  function shareRule(text) {
    const [, part, whole] = /^([1-9][0-9]?)\/([1-9][0-9]?)$/.exec(text) ?? [];
    return part && Number(part) <= Number(whole) ? "" : "noShare";
  }

  const RULES = { number: numberRule, share: shareRule, day: dayRule, flag: (text) => (["true", "false"].includes(text) ? "" : "noFlag") };

  /** The ids that a term may be: those of its lists, and of the parties of this agreement where it may be one. */
  const known = (data, spec, parties) => spec.lists.flatMap((list) => (list === "parties" ? parties : Object.keys(data.lists[list] ?? {})));

  /** The parties that the agreement names. */
  const partiesOf = (state) => [...new Set([state.topics?.parties].flat().map((fact) => fact?.party).filter(Boolean))];

  /** Everything that a fact may have, whatever its topic, and what its topic brings. */
  function factSpec(data, topic, fact) {
    const own = data.topics.find((each) => each.id === topic).fields;
    return { kind: "record", fields: { ...data.fact, ...own, ...(fact?.status === "delegated" ? { to: data.fact.to } : {}) } };
  }

  function checker(data, state) {
    const says = form.words(data.words);
    const parties = partiesOf(state);
    const found = [];
    const tell = (...finding) => found.push(says.finding(...finding));

    function scalar(path, key, text, spec) {
      const hint = says.likeThis(key, spec.example);
      if (!text) return tell(path, "empty", { key }, hint);
      if (spec.kind === "choice" && !Object.hasOwn(spec.options, text)) {
        const options = Object.keys(spec.options);
        return tell(path, "notAmong", { text, key }, says.near(text, options), says.allowed(options));
      }
      if (spec.kind === "term") {
        const ids = known(data, spec, parties);
        if (!ids.includes(text)) tell(path, "noTerm", { text, where: spec.where }, says.near(text, ids), says.allowed(ids));
        return;
      }
      const rule = RULES[spec.kind]?.(text, spec);
      if (rule) found.push(says.wrong(says.finding(path, rule, { text }, hint), spec.says));
    }

    function record(path, name, value, fields) {
      Object.entries(value).forEach(([key, each]) => key in fields && shape([...path, key], key, each, fields[key]));
      Object.entries(fields).forEach(([key, field]) => {
        if (field.required && !(key in value)) tell([...path, key], "missing", { key, under: says.under(name), help: field.help }, says.likeThis(key, field.example));
      });
    }

    /** A value under `key`. What stands in a list has the list's example. */
    function shape(path, key, value, spec) {
      if (spec.kind === "record") record(path, key, value, spec.fields);
      else if (spec.kind === "many") value.forEach((item, place) => shape([...path, place], key, item, { ...spec.item, example: spec.example }));
      else scalar(path, key, value, spec);
    }

    /** A status has what it needs: the words, and a note or where the question is left to. */
    function status(path, topic, fact) {
      const id = fact.status ?? "stated";
      const label = data.statuses[id] ?? id;
      ["quote", ...(data.words.besidesQuote[id] ?? [])].forEach((key) => key in fact || tell([...path, key], "lacks", { topic, status: id, label, key }));
      const own = "to" in data.topics.find((each) => each.id === topic).fields;
      if ("to" in fact && Object.hasOwn(data.statuses, id) && id !== "delegated" && !own) tell([...path, "to"], "notDelegated", { status: id });
    }

    const seen = new Map();
    function id(path, text, line) {
      if (!text) return;
      if (!says.isId(text) || says.isReserved(text)) {
        const near = says.slug(text);
        const whole = [...text].slice(0, data.words.ids.longest).join("").replace(/-+$/, "");
        if (says.isReserved(text)) tell(path, "isReserved", { id: text });
        else if (text.length > data.words.ids.longest && says.isId(whole)) tell(path, "tooLong", { id: text });
        else tell(path, "oddForm", { id: text }, says.isId(near) && !says.isReserved(near) ? says.likeThis("id", near) : "");
      } else if (seen.has(text)) tell(path, "taken", { id: text, line: seen.get(text) });
      if (!seen.has(text)) seen.set(text, line);
    }

    function head() {
      const { municipalities, ...rest } = data.head;
      const all = state.head.municipalities === "all";
      record(["head"], "", state.head, all ? { ...rest, municipalities: { kind: "words" } } : data.head);
      const { in_force: inForce = {} } = state.head;
      (data.words.inForceDemands[inForce.answer] ?? []).forEach((key) => key in inForce || tell(["head", "in_force", key], "demands", { answer: inForce.answer, key }));
      if (!Object.keys(state.topics).length) tell(["topics"], "missing", { key: "topics", under: says.under(""), help: data.topicsKey.help }, says.likeThis("topics", data.topicsKey.example));
    }

    /** The name of the folder; only its form is known here. */
    function folder() {
      const { folder: name } = state;
      if (!name || says.isId(name)) return;
      const near = says.slug(name);
      tell(["folder"], "badName", { name }, says.isId(near) ? says.fill(data.words.nameLikeThis, { name: near }) : "");
    }

    return (lines) => {
      folder();
      head();
      // In the order of the file, so that of two with the same id the same one is the second.
      data.topics.forEach(({ id: topic }) => {
        const facts = state.topics[topic];
        if (!Array.isArray(facts)) return;
        facts.forEach((fact, place) => {
          const path = ["topics", topic, place];
          record(path, topic, fact, factSpec(data, topic, fact).fields);
          status(path, topic, fact);
          id([...path, "id"], fact.id, lines[path.join(".")]);
        });
      });
      return found;
    };
  }

  /** All findings of a state as it was written. `lines` tells on which line of the file the id of each fact stands. */
  const check = (data, state, lines) => checker(data, state)(lines);

  /** Whether the words of a quote stand in the text, in their order, white space and mark-up aside. No more than that. */
  function stands(told, text, quote) {
    const fold = (words) =>
      [...words.normalize("NFC")]
        .map((letter) => (told.invisible.includes(letter) ? "" : (told.same[letter] ?? letter)))
        .join("")
        .replace(/[*_|\\]/g, " ")
        .replace(/\s+/g, " ")
        .trim();
    const whole = fold(text.replace(/^\s*(?:#{1,6}|[-+*])\s+/gm, ""));
    let from = 0;
    return quote.split("[…]").map(fold).every((part) => {
      const at = whole.indexOf(part, from);
      from = at + part.length;
      return at >= 0;
    });
  }

  /** What is mostly forgotten in a text that was pasted from Word. No rule demands any of it. */
  function remarks(text) {
    const lines = text.split("\n");
    if (!text.trim()) return [];
    return [
      lines.some((line) => /^#{1,6}\s+\S/.test(line)) ? "" : "Texten har inga rubriker än. Skriv # och ett blanksteg före avtalets namn, och ## före varje rubrik, så hittar läsaren i den.",
      lines.some((line) => /^\s*[•◦▪·●–]\s*\S/.test(line)) ? "Texten har punkter som inte blir en lista. Skriv - och ett blanksteg före varje punkt i stället." : "",
    ].filter(Boolean);
  }

  Object.assign(form, { check, stands, remarks, known, partiesOf, factSpec });
})();
