// Choose and compare: which agreements and topics the reader has chosen, and what can be said of a topic in them. The
// choice lives in the address and nowhere else: ?avtal=a,b&skillnader=1&kort=1&dolj=x,y.

(() => {
  const VERDICTS = {
    differs: "Skiljer sig",
    same: "Samma svar och värden",
    words: "Jämförs inte automatiskt: läs ordalydelsen",
    unread: "Inte granskat i något av dem",
  };

  /** What differs: the keys are made by the build (views/keys.py), here they are only held against each other. */
  function verdict(answers) {
    if (new Set(answers.map((answer) => answer.key)).size > 1) return "differs";
    if (answers.some((answer) => answer.values) || answers.every((answer) => answer.status === "silent")) return "same";
    return answers.every((answer) => answer.status === "unread") ? "unread" : "words";
  }

  const list = (text) => (text ?? "").split(",").filter(Boolean);

  function read(data) {
    const given = new URLSearchParams(location.search);
    const known = (ids, all) => [...new Set(ids)].filter((id) => all.some((each) => each.id === id));
    return {
      chosen: known(list(given.get("avtal")), data.agreements),
      unknown: list(given.get("avtal")).filter((id) => !data.agreements.some((each) => each.id === id)),
      only: given.get("skillnader") === "1",
      short: given.get("kort") === "1",
      hidden: new Set(known(list(given.get("dolj")), data.topics)),
    };
  }

  function write(choice) {
    const parts = [];
    const plain = (ids) => [...ids].map(encodeURIComponent).join(",").replaceAll("%2F", "/");
    if (choice.chosen.length) parts.push(`avtal=${plain(choice.chosen)}`);
    if (choice.only) parts.push("skillnader=1");
    if (choice.short) parts.push("kort=1");
    if (choice.hidden.size) parts.push(`dolj=${plain(choice.hidden)}`);
    const query = parts.length ? `?${parts.join("&")}` : "";
    history.replaceState(history.state, "", location.pathname + query + location.hash);
  }

  /** The choice seen against the data: what the table, the spreadsheet and the paper all show. */
  function view(data, choice, words) {
    const byId = new Map(data.agreements.map((each) => [each.id, each]));
    const agreements = choice.chosen.map((id) => byId.get(id));
    const rows = data.topics.map((topic, place) => {
      const answers = agreements.map((agreement) => agreement.answers[place]);
      return { topic, answers, verdict: verdict(answers), hidden: choice.hidden.has(topic.id) };
    });
    const visible = rows.filter((row) => !row.hidden);
    return {
      agreements,
      rows,
      visible,
      shown: visible.filter((row) => !choice.only || row.verdict === "differs"),
      only: choice.only,
      short: choice.short,
      about: (agreement) => words[agreement.id],
      facts: (agreement, row) => words[agreement.id]?.facts[row.topic.id] ?? [],
      statusWords: (answer) =>
        [data.statuses[answer.status], ...answer.also.map((id) => `delvis ${data.statuses[id].toLowerCase()}`)].join(", "),
    };
  }

  Avtalsatlas.choice = { VERDICTS, read, write, view };
})();
