// «Nytt avtal»: the two files. A small writer for this one shape of YAML: words are written bare only where every reader of
// YAML reads them as these words, else between quotation marks, or as a folded block when they are long.

(() => {
  const { form } = Avtalsatlas;
  const WIDTH = 118;
  // Begins with a letter or digit, has nothing that YAML gives a meaning, and does not end in a blank.
  const BARE = /^[\p{L}\p{N}](?:[\p{L}\p{N} ()./–-]*[\p{L}\p{N})./])?$/u;
  const NOT_WORDS = /^(?:y|n|yes|no|on|off|null|nan|inf)$/i;

  const isEmpty = (value) => value === "" || value === undefined || (typeof value === "object" && !Object.keys(value).length);

  /** What has been filled in: white space as one blank, and keys without a value left out. Places in a list stay. */
  function pruned(value) {
    if (typeof value === "string") return value.replace(/\s+/g, " ").trim();
    if (Array.isArray(value)) return value.map(pruned);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pruned(each)]).filter(([, each]) => !isEmpty(each)));
  }

  function wrapped(text, indent) {
    const lines = [""];
    for (const word of text.split(" ")) {
      const last = lines.length - 1;
      if (!lines[last]) lines[last] = word;
      else if (indent.length + lines[last].length + 1 + word.length <= WIDTH) lines[last] += ` ${word}`;
      else lines.push(word);
    }
    return lines.map((line) => indent + line);
  }

  /** What follows a key or a dash: on the same line, and on lines of their own below it. */
  function scalar(text, indent, block) {
    if (block && text) return [">-", wrapped(text, indent)];
    return [BARE.test(text) && !NOT_WORDS.test(text) ? text : JSON.stringify(text), []];
  }

  /** A fact's keys: first what it is called and says, then its values, and last what is said about it. */
  function factKeys(data, topic, fact) {
    const isValue = fact.status !== "delegated" && "to" in data.topics.find((each) => each.id === topic).fields;
    const first = data.first.filter((key) => key !== "to" || !isValue);
    const { fields } = form.factSpec(data, topic, fact);
    const own = Object.keys(data.topics.find((each) => each.id === topic).fields);
    const values = [...own, ...Object.keys(fields)].filter((key) => ![...first, ...data.last].includes(key));
    return [...new Set([...first, ...values, ...data.last])];
  }

  function writer(data) {
    const lines = [];

    function put(before, indent, value, key, spec) {
      if (typeof value === "string") {
        const [here, below] = scalar(value, `${indent}  `, data.long.includes(key));
        lines.push(`${before} ${here}`, ...below);
      } else if (isEmpty(value)) {
        lines.push(`${before} ${Array.isArray(value) ? "[]" : "{}"}`);
      } else {
        lines.push(before);
        if (Array.isArray(value)) value.forEach((each) => item(`${indent}  `, each, key, spec.item));
        else keys(`${indent}  `, value, spec.fields, Object.keys(spec.fields));
      }
    }

    const keys = (indent, value, fields, order) => order.filter((key) => key in value).forEach((key) => put(`${indent}${key}:`, indent, value[key], key, fields[key]));

    /** An item of a list. The first key of a mapping stands beside its dash. Tells the line that it begins on. */
    function item(indent, value, key, spec, order) {
      const from = lines.length;
      if (typeof value === "string" || isEmpty(value)) put(`${indent}-`, indent, value, key, spec);
      else {
        keys(`${indent}  `, value, spec.fields, order ?? Object.keys(spec.fields));
        lines[from] = `${indent}- ${lines[from].trimStart()}`;
      }
      return from + 1;
    }

    return { lines, put, item };
  }

  /** agreement.yml: its text, and on which line each fact begins. */
  function agreement(data, state) {
    const { lines, put, item } = writer(data);
    const places = {};
    lines.push(data.schema);
    Object.keys(data.head).forEach((key) => key in state.head && put(`${key}:`, "", state.head[key], key, data.head[key]));
    const named = data.topics.filter((topic) => topic.id in state.topics);
    if (named.length) lines.push("topics:");
    named.forEach(({ id }) => {
      const answer = state.topics[id];
      if (!Array.isArray(answer)) return put(`  ${id}:`, "  ", answer, id);
      lines.push(`  ${id}:`);
      answer.forEach((fact, place) => (places[`topics.${id}.${place}`] = item("    ", fact, id, form.factSpec(data, id, fact), factKeys(data, id, fact))));
    });
    return { text: `${lines.join("\n")}\n`, places };
  }

  /** text.md: the words as they are, with the ends of lines that every computer reads, and one at the end. */
  const text = (words) => `${words.replace(/\r\n?/g, "\n").replace(/[ \t]+$/gm, "").replace(/^\n+|\s+$/g, "")}\n`;

  Object.assign(form, { pruned, agreement, text });
})();
