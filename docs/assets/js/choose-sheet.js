// Choose and compare: the comparison as a file for a spreadsheet. A row per topic, and for each agreement what the editors
// read, the agreement's own words, and where these stand. The form is that of the other files (site/files/spreadsheets.py).

(() => {
  const { make } = Avtalsatlas;
  const { VERDICTS } = Avtalsatlas.choice;

  /** A cell that no spreadsheet takes for a formula: these beginnings, wide forms too, get an apostrophe before them. */
  const inert = (text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);
  const cell = (text) => `"${inert(String(text)).replaceAll('"', '""')}"`;
  const csv = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;

  /** The rows that the table shows, and after them what is known of the texts themselves. */
  function rows(data, view, at) {
    const { agreements } = view;
    // Of a page that was opened as a file the address would only tell where it lies on somebody's computer.
    const source = (url) => (location.protocol === "file:" ? url : new URL(at(url), location.href).href);
    const head = ["Ämnesgrupp", "Ämne", "Jämförelse", ...agreements.flatMap(({ name }) => [name, `${name}: avtalets ord`, `${name}: källor`])];
    const body = view.shown.map((row) => [
      row.topic.group,
      row.topic.name,
      VERDICTS[row.verdict],
      ...row.answers.flatMap((answer, place) => {
        const facts = view.facts(agreements[place], row);
        const says = [view.statusWords(answer), ...answer.brief, ...facts.map((fact) => fact.says)];
        const sources = facts.map((fact) => `${fact.clause}: ${source(fact.url)}`);
        return [says, facts.map((fact) => `«${fact.quote}»`), sources].map((lines) => lines.join("\n"));
      }),
    ]);
    const about = (name, words) => ["Om texterna", name, "", ...agreements.flatMap((each) => [words(each), "", source(each.url)])];
    return [
      head,
      ...body,
      about("Slag", (each) => each.kind),
      about("Läst av", (each) => `${view.about(each)?.read ?? ""}. Läsningen är redaktionens, inte parternas.`),
      about("Gäller det i dag?", (each) => view.about(each)?.inForce ?? ""),
      about("Uppgifternas datum", () => data.date),
    ];
  }

  function save(data, view, at) {
    const address = URL.createObjectURL(new Blob([csv(rows(data, view, at))], { type: "text/csv;charset=utf-8" }));
    const link = make("a", { href: address, download: "jamforelse.csv" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  Avtalsatlas.choice.save = save;
})();
