// Self-reflection: the answers as data. Reads a file and says everything that is wrong with it, puts two files together, and
// counts. Pure: it knows no page. The shape is described in docs/decisions/0017; a new shape gets a new number.

(() => {
  const FORMAT = "avtalsatlas-sjalvreflektion";
  const VERSION = 1;
  const STEPS = [2, 10];
  const PEOPLE = [1, 40];
  const YEARS = [1990, 2100];
  const GOAL = ["area", "goal", "measure", "follow_up", "when"];
  const LONG = 5000;

  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const isWhole = (value, [from, to]) => Number.isInteger(value) && value >= from && value <= to;

  const blank = (year, steps, people) => ({ year, centre: "", steps, people, answers: {}, goals: [] });
  const empty = (document) => ({ format: FORMAT, version: VERSION, document, years: [] });

  /** Text as JSON, or why it is not. */
  function parse(text) {
    try {
      return { value: JSON.parse(text), problems: [] };
    } catch {
      return { value: null, problems: ["Filen är inte en fil härifrån: den är inte JSON."] };
    }
  }

  /** Keys that nobody knows, and keys that are missing. */
  function keys(value, known, where) {
    const strange = Object.keys(value).filter((key) => !known.includes(key));
    const missing = known.filter((key) => !(key in value));
    return [...strange.map((key) => `${where}: okänt fält «${key.slice(0, 40)}».`), ...missing.map((key) => `${where}: fältet «${key}» saknas.`)];
  }

  function words(value, where) {
    if (typeof value !== "string") return [`${where} ska vara text.`];
    return value.length > LONG ? [`${where} är längre än ${LONG} tecken.`] : [];
  }

  function answerProblems(answer, entry, where) {
    if (!isObject(answer)) return [`${where}: svaret har fel form.`];
    const found = keys(answer, ["people", "group", "comment"], where);
    if (found.length) return found;
    const onScale = (step) => step === null || isWhole(step, [1, entry.steps]);
    if (!Array.isArray(answer.people) || answer.people.length > entry.people) found.push(`${where}: det finns svar från fler än ${entry.people} personer.`);
    else if (!answer.people.every(onScale)) found.push(`${where}: en persons svar är inte ett steg mellan 1 och ${entry.steps}.`);
    if (!onScale(answer.group)) found.push(`${where}: gruppens svar är inte ett steg mellan 1 och ${entry.steps}.`);
    return [...found, ...words(answer.comment, `${where}: kommentaren`)];
  }

  /** Everything that is wrong with one year. `known` has the ids of `areas` and `statements`. */
  function yearProblems(entry, known, place) {
    const where = isObject(entry) && Number.isInteger(entry.year) ? `År ${entry.year}` : `Post ${place + 1}`;
    if (!isObject(entry)) return [`${where} har fel form.`];
    const found = keys(entry, ["year", "centre", "steps", "people", "answers", "goals"], where);
    if (found.length) return found;
    if (!isWhole(entry.year, YEARS)) found.push(`${where}: året ska vara mellan ${YEARS.join(" och ")}.`);
    if (!isWhole(entry.steps, STEPS)) found.push(`${where}: antalet steg ska vara mellan ${STEPS.join(" och ")}.`);
    if (!isWhole(entry.people, PEOPLE)) found.push(`${where}: antalet personer ska vara mellan ${PEOPLE.join(" och ")}.`);
    found.push(...words(entry.centre, `${where}: familjecentralens namn`));
    if (!isObject(entry.answers)) found.push(`${where}: svaren har fel form.`);
    else {
      Object.entries(entry.answers).forEach(([id, answer]) => {
        const named = `${where}, påståendet «${id.slice(0, 60)}»`;
        found.push(...(known.statements.includes(id) ? answerProblems(answer, entry, named) : [`${named} finns inte i den här självreflektionen.`]));
      });
    }
    if (!Array.isArray(entry.goals) || entry.goals.length > 20) return [...found, `${where}: målen ska vara en lista med högst 20 mål.`];
    entry.goals.forEach((goal, number) => {
      const named = `${where}, mål ${number + 1}`;
      const lacks = isObject(goal) ? keys(goal, GOAL, named) : [`${named} har fel form.`];
      found.push(...lacks);
      if (lacks.length) return;
      found.push(...GOAL.flatMap((key) => words(goal[key], `${named}: «${key}»`)));
      if (goal.area && !known.areas.includes(goal.area)) found.push(`${named}: området «${String(goal.area).slice(0, 60)}» finns inte här.`);
    });
    return found;
  }

  /** What a file holds, and everything that is wrong with it. A file with problems is not taken in at all. */
  function read(text, known) {
    const { value, problems } = parse(text);
    if (problems.length) return { state: null, problems };
    if (!isObject(value) || value.format !== FORMAT) return { state: null, problems: ["Filen är ingen självreflektion från Avtalsatlas."] };
    if (value.version !== VERSION) return { state: null, problems: [`Filen har version ${JSON.stringify(value.version)?.slice(0, 20)}. Sidan kan bara läsa version ${VERSION}.`] };
    const found = keys(value, ["format", "version", "document", "years"], "Filen");
    if (!found.length && value.document !== known.document) found.push(`Filen hör till en annan självreflektion: «${String(value.document).slice(0, 80)}».`);
    if (!Array.isArray(value.years) || value.years.length > 60) found.push("Åren ska vara en lista med högst 60 år.");
    if (found.length) return { state: null, problems: found };
    found.push(...value.years.flatMap((entry, place) => yearProblems(entry, known, place)));
    const years = value.years.map((entry) => entry?.year);
    if (new Set(years).size < years.length) found.push("Samma år finns två gånger i filen.");
    return found.length ? { state: null, problems: found } : { state: value, problems: [] };
  }

  const answered = (entry, id) => entry.answers[id] ?? { people: [], group: null, comment: "" };
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const byYear = (years) => [...years].sort((one, other) => one.year - other.year);

  /** The years that both hold, with different answers. */
  const conflicts = (mine, theirs) => theirs.years.filter((entry) => mine.years.some((own) => own.year === entry.year && !same(own, entry))).map((entry) => entry.year);

  /** Both together. Of a year that both have, `theirs` wins, or the file's people come after ours when `add` says so. */
  function merge(mine, theirs, add = false) {
    const own = new Map(mine.years.map((entry) => [entry.year, entry]));
    theirs.years.forEach((entry) => own.set(entry.year, add && own.has(entry.year) ? joined(own.get(entry.year), entry) : entry));
    return { ...mine, years: byYear(own.values()) };
  }

  /** Two answers to one year as one: the people of the second after those of the first. What the group says is the first's. */
  function joined(one, other) {
    const pad = (list, count) => [...list, ...Array(count - list.length).fill(null)];
    const ids = [...new Set([...Object.keys(one.answers), ...Object.keys(other.answers)])];
    const answers = ids.map((id) => {
      const [first, second] = [answered(one, id), answered(other, id)];
      const comment = [first.comment, second.comment].filter(Boolean).join("\n");
      return [id, { people: [...pad(first.people, one.people), ...pad(second.people, other.people)], group: first.group ?? second.group, comment }];
    });
    return { ...one, people: one.people + other.people, answers: Object.fromEntries(answers), goals: [...one.goals, ...other.goals] };
  }

  /** Whether the people of two years can be counted together: the same scale, and not too many. */
  const joinable = (one, other) => one.steps === other.steps && one.people + other.people <= PEOPLE[1] && one.goals.length + other.goals.length <= 20;

  /** How many of `values` are on each step, from the first. `given` is how many there are. */
  function count(values, steps) {
    const counts = Array.from({ length: steps }, (_, place) => values.filter((value) => value === place + 1).length);
    return { counts, given: counts.reduce((sum, each) => sum + each, 0) };
  }

  /** What the people say of a statement: how many on each step, and from which step to which. */
  function spread(entry, id) {
    const values = answered(entry, id).people.filter((step) => step !== null);
    return { ...count(values, entry.steps), low: values.length ? Math.min(...values) : null, high: values.length ? Math.max(...values) : null };
  }

  /** What the group says together of an area: how many of its statements on each step, and of how many. */
  const area = (entry, ids) => ({ ...count(ids.map((id) => answered(entry, id).group), entry.steps), of: ids.length });

  /** How many people have answered anything at all. */
  const respondents = (entry) => Array.from({ length: entry.people }, (_, place) => Object.values(entry.answers).some(({ people }) => (people[place] ?? null) !== null)).filter(Boolean).length;

  /** How many statements one respondent (a place, or "group") has answered. */
  const done = (entry, who, ids) => ids.filter((id) => ((who === "group" ? answered(entry, id).group : answered(entry, id).people[who]) ?? null) !== null).length;

  Avtalsatlas.reflection = { blank, empty, read, yearProblems, conflicts, merge, joinable, answered, spread, area, respondents, done, parse, keys, words, isObject, isWhole, YEARS, PEOPLE, STEPS };
})();
