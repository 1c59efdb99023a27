// Choose and compare: what the reader brings to a meeting on paper. Differences first, then dates, open questions, topic by
// topic with the agreements' own words, and who has read. It looks as the briefs that the build makes (brief.md.j2).

(() => {
  const { make } = Avtalsatlas;
  const { status, remarks, refers } = Avtalsatlas.choice;
  const UNCLEAR = ["ambiguous", "placeholder", "delegated"];
  const MOST_IN_SHORT = 3;
  const MOST_COLUMNS = 4;
  // As views/brief.py tells them.
  const PARTS = {
    differs: ["Det som skiljer", "Avtalen svarar olika, eller med olika värden."],
    words: ["Det som bara står i ord", "Alla svarar, men utan värden som går att jämföra. Läs ordalydelsen."],
    same: ["Det som är lika", "Avtalen svarar lika, så långt värdena går att jämföra. Orden kan ändå skilja sig."],
    quiet: ["Det som inte regleras", "Texterna är lästa för de här ämnena, och de svarar inte. Det är ingen brist."],
    unread: ["Det som inte är granskat", "Alla texter är ännu inte lästa för de här ämnena."],
  };

  const partOf = (row) => (row.answers.every((answer) => answer.status === "silent") ? "quiet" : row.verdict);
  const cell = (label, ...children) => make("td", { role: "cell", data: { label } }, children);
  const rules = (count) =>
    make("div", { className: "aa-ruled", aria: { hidden: "true" } }, make("span", {}, "Anteckningar"), Array.from({ length: count }, () => make("i")));

  /** A table whose header stands on every page that it reaches. */
  function table(caption, heads, bodies, name = "aa-brief-table--short") {
    const columns = heads.map((words) => make("th", { scope: "col", role: "columnheader" }, words));
    const head = make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, columns));
    return make("table", { className: `aa-table aa-brief-table ${name}`, role: "table" }, caption ? make("caption", {}, caption) : "", head, bodies);
  }
  const body = (...rows) => make("tbody", { role: "rowgroup" }, rows);
  const rowHead = (...words) => make("th", { scope: "row", role: "rowheader" }, words);

  /** The next of some days where the reader is; empty when all have passed. */
  function next(days) {
    const now = new Date();
    const here = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
    return days.find((day) => day >= here) ?? "";
  }
  const told = (day) => new Date(day).toLocaleDateString("sv-SE", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  function brief(data, view, at) {
    const { agreements } = view;
    const columns = agreements.length <= MOST_COLUMNS;
    const rowsOf = (id) => view.visible.filter((row) => partOf(row) === id);
    const source = (fact) => {
      const address = fact.url.replace("index.html", "");
      return make("p", { className: "aa-brief-source" }, make("a", { href: at(fact.url) }, fact.clause), ` · ${address}`);
    };
    const quoted = (fact) => [make("p", { className: "aa-brief-quote", lang: "sv" }, `«${fact.quote}»`), source(fact)];

    function short(agreement, row, answer) {
      const facts = view.facts(agreement, row);
      if (!facts.length) return status(data, answer.status);
      const values = answer.brief.slice(0, MOST_IN_SHORT).join(" · ") + (answer.brief.length > MOST_IN_SHORT ? " …" : "");
      const count = `${facts.length} uppgifter`;
      const words = facts.length === 1 ? values || facts[0].says : values ? `${values} (${count})` : count;
      return answer.status === "stated" ? words : [status(data, answer.status), " ", words];
    }

    function head() {
      const line = (name, ...words) => make("div", {}, make("dt", {}, name), make("dd", {}, words));
      const texts = agreements.map((each) => make("p", {}, `${each.name}: ${each.title} (${each.kind.toLowerCase()}${each.binds ? "" : ", räknas inte som avtal"})`));
      const hidden = view.rows.filter((row) => row.hidden).map((row) => row.topic.name);
      const web = location.protocol === "file:" ? "" : line("Samma val på webben", location.href);
      const rest = hidden.length ? line("Ämnen som valts bort", hidden.join(", ")) : "";
      return make("div", { className: "aa-head" }, make("dl", { className: "aa-facts-of" }, line("Texterna", texts), line("Uppgifternas datum", data.date), rest, web));
    }

    function inShort() {
      const differing = rowsOf("differs");
      if (!differing.length) return "";
      const answers = (row) => row.answers.map((answer, place) => [agreements[place].name, short(agreements[place], row, answer)]);
      const rows = differing.map((row) => {
        const stacked = columns ? "" : cell("Svar", answers(row).map(([name, words]) => make("p", {}, make("b", {}, `${name}: `), words)));
        return make("tr", { role: "row" }, rowHead(row.topic.name), columns ? answers(row).map(([name, words]) => cell(name, words)) : stacked);
      });
      const heads = ["Ämne", ...(columns ? agreements.map((each) => each.name) : ["Svar"])];
      const caption = `${PARTS.differs[0]}, ${differing.length} av ${view.visible.length} ämnen: ${PARTS.differs[1].toLowerCase()}`;
      return [make("h2", {}, "I korthet"), table(caption, heads, body(rows))];
    }

    function dates() {
      const lines = agreements.flatMap((agreement) =>
        (view.about(agreement)?.dates ?? []).map((series) => ({ agreement, series, day: next(series.days) })),
      );
      const ahead = lines.filter(({ day }) => day).sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
      if (!ahead.length) return "";
      const rows = ahead.map(({ agreement, series, day }) => {
        const pattern = series.days.length > 1 ? make("p", { className: "aa-detail" }, series.pattern) : "";
        const rule = cell("Så är det räknat", make("p", {}, series.rule), make("p", { className: "aa-brief-source" }, series.url.replace("index.html", "")));
        const name = make("span", { className: "aa-detail" }, agreement.name);
        return make("tr", { role: "row" }, rowHead(series.what, name), cell("Nästa", make("p", {}, told(day)), pattern), rule);
      });
      const caption = "Räknat ur avtalens egna ord. Ett datum betyder inte att avtalet gäller i dag.";
      return [make("h2", {}, "Datum att bevaka"), table(caption, ["Vad", "Nästa", "Så är det räknat"], body(rows))];
    }

    function questions() {
      const known = agreements.flatMap((each) => view.about(each)?.open ?? []).map((words) => make("li", {}, words));
      // Their words and our comments stand under the topics; here a line for each will do.
      const line = (agreement, row, fact) =>
        make("li", {}, status(data, fact.status), ` ${agreement.name}, ${row.topic.name.toLowerCase()}: ${fact.says} `, make("span", { className: "aa-brief-source" }, fact.clause));
      const of = (id, row, agreement) => view.facts(agreement, row).filter((fact) => fact.status === id);
      const unclear = UNCLEAR.map((id) =>
        view.visible.map((row) => agreements.map((agreement) => of(id, row, agreement).map((fact) => line(agreement, row, fact)))),
      );
      return [make("h2", {}, "Öppna frågor"), make("ul", { className: "aa-list aa-questions" }, known, unclear), rules(9)];
    }

    function side(agreement, row, answer) {
      const facts = view.facts(agreement, row);
      const state = facts.length && answer.status === "stated" ? "" : [" ", status(data, answer.status)];
      const name = make("th", { scope: "rowgroup", role: "rowheader", colSpan: 2 }, make("span", {}, agreement.name, state));
      const lines = facts.map((fact) => {
        const own = fact.status === answer.status || fact.status === "stated" ? "" : [status(data, fact.status), " "];
        return make("tr", { role: "row" }, cell("Så har redaktionen läst", own, fact.says, refers(fact), remarks(fact)), cell("Avtalets egna ord", quoted(fact)));
      });
      return body(make("tr", { className: "aa-group", role: "row" }, name), lines);
    }

    function part(id) {
      const rows = rowsOf(id);
      if (!rows.length) return "";
      const [title, lead] = PARTS[id];
      const named = id === "quiet" || id === "unread" || ((view.only || view.short) && id !== "differs");
      const heads = ["Så har redaktionen läst", "Avtalets egna ord"];
      const subjects = rows.map((row) => [
        make("h3", {}, row.topic.name),
        table("", heads, row.answers.map((answer, place) => side(agreements[place], row, answer)), ""),
        rules(id === "differs" ? 2 : 1),
      ]);
      const names = make("p", {}, `${rows.map((row) => row.topic.name).join(", ")}.`);
      return [make("h2", { className: named ? "" : "aa-brief-part" }, title), make("p", {}, lead), named ? names : subjects];
    }

    function read() {
      const rows = agreements.map((each) => {
        const about = view.about(each);
        const state = each.current ? "" : " Texten har ändrats sedan den lästes.";
        return make("tr", { role: "row" }, rowHead(each.name), cell("Läst av", `${about?.read ?? "Kunde inte laddas"}.${state}`), cell("Gäller det i dag?", about?.inForce ?? ""));
      });
      const caption = "Läsningen är redaktionens, inte avtalsparternas.";
      return [make("h2", {}, "Vem som har läst, och när"), table(caption, ["Text", "Läst av", "Gäller det i dag?"], body(rows))];
    }

    const title = make("h2", { className: "aa-brief-title" }, `Underlag: ${agreements.map((each) => each.name).join(" · ")}`);
    const lost = agreements.filter((each) => !view.about(each)).map((each) => each.name);
    const warning = lost.length ? make("p", {}, make("b", {}, `Ofullständigt: orden ur ${lost.join(", ")} hade inte laddats vid utskriften.`)) : "";
    // With short answers the differences have been told in short, and a few pages is what the reader asked for.
    const topics = Object.keys(PARTS).filter((id) => !view.short || id !== "differs").map(part);
    return make("div", { className: "aa-choose__paper" }, title, warning, head(), inShort(), dates(), questions(), topics, read());
  }

  Avtalsatlas.choice.brief = brief;
})();
