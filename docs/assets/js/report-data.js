// The annual report as data: reads a file and says everything that is wrong with it, and lays the report out as blocks, which
// Markdown and Word are both made from. Pure: it knows no page. The shape is described in docs/decisions/0017.

(() => {
  const reflection = Avtalsatlas.reflection;
  const { isObject, isWhole, keys, parse } = reflection;
  const FORMAT = "avtalsatlas-verksamhetsberattelse";
  const VERSION = 1;
  const LONG = 50_000;

  const empty = (document) => ({ format: FORMAT, version: VERSION, document, year: null, centre: "", sections: {}, demands: {}, reflection: null });
  const section = (state, id) => state.sections[id] ?? { text: "", statistics: {} };

  function words(value, where) {
    if (typeof value !== "string") return [`${where} ska vara text.`];
    return value.length > LONG ? [`${where} är längre än ${LONG} tecken.`] : [];
  }

  function sectionProblems(given, known, where) {
    if (!known) return [`${where} finns inte i den här mallen.`];
    if (!isObject(given)) return [`${where} har fel form.`];
    const found = keys(given, ["text", "statistics"], where);
    if (found.length) return found;
    if (!isObject(given.statistics)) return [`${where}: statistiken har fel form.`];
    const numbers = Object.entries(given.statistics).flatMap(([name, value]) =>
      known.statistics.includes(name) ? words(value, `${where}: «${name}»`) : [`${where}: mallen frågar inte efter «${name.slice(0, 60)}».`],
    );
    return [...words(given.text, where), ...numbers];
  }

  /** What a file holds, and everything that is wrong with it. `template` is what the page asks for. */
  function read(text, template) {
    const { value, problems } = parse(text);
    if (problems.length) return { state: null, problems };
    if (!isObject(value) || value.format !== FORMAT) return { state: null, problems: ["Filen är ingen verksamhetsberättelse från Avtalsatlas."] };
    if (value.version !== VERSION) return { state: null, problems: [`Filen har version ${JSON.stringify(value.version)?.slice(0, 20)}. Sidan kan bara läsa version ${VERSION}.`] };
    const found = keys(value, ["format", "version", "document", "year", "centre", "sections", "demands", "reflection"], "Filen");
    if (found.length) return { state: null, problems: found };
    if (value.document !== template.document) found.push(`Filen hör till en annan mall: «${String(value.document).slice(0, 80)}».`);
    if (value.year !== null && !isWhole(value.year, reflection.YEARS)) found.push(`Året ska vara mellan ${reflection.YEARS.join(" och ")}.`);
    found.push(...words(value.centre, "Familjecentralens namn"));
    for (const [name, label] of [["sections", "Avsnitten"], ["demands", "Svaren på avtalets krav"]]) if (!isObject(value[name])) found.push(`${label} har fel form.`);
    if (found.length) return { state: null, problems: found };
    const byId = new Map(template.sections.map((each) => [each.id, each]));
    found.push(...Object.entries(value.sections).flatMap(([id, given]) => sectionProblems(given, byId.get(id), `Avsnittet «${id.slice(0, 60)}»`)));
    Object.entries(value.demands).forEach(([id, given]) => {
      const where = `Avtalets krav «${id.slice(0, 60)}»`;
      found.push(...(template.demands.some((each) => each.id === id) ? words(given, where) : [`${where} finns inte här.`]));
    });
    if (value.reflection !== null) found.push(...reflection.yearProblems(value.reflection, template.known, 0));
    return found.length ? { state: null, problems: found } : { state: value, problems: [] };
  }

  const filled = (given) => Boolean(given.text.trim() || Object.values(given.statistics).some((value) => value.trim()));
  const paragraphs = (text) => text.trim().split(/\n\s*\n/).filter(Boolean).map((each) => ({ kind: "paragraph", text: each.trim() }));
  const standing = (passages, guided = false) => passages.filter((each) => guided || !each.guide).map((each) => ({ kind: each.guide ? "guide" : each.item ? "item" : "paragraph", text: each.words }));
  const capital = (name) => name.charAt(0).toUpperCase() + name.slice(1);

  function results(template, entry) {
    const scale = `Skalan går från steg 1, «${template.low}», till steg ${entry.steps}, «${template.high}». Här står gruppens gemensamma bild ${entry.year}.`;
    const table = (area) => ({
      kind: "table",
      head: [area.name, "Var ni är på skalan", "Kommentar"],
      rows: area.statements.map((each) => {
        const { group, comment } = reflection.answered(entry, each.id);
        return [`${each.name}: ${each.words}`, reflection.step(entry, group), comment];
      }),
    });
    return [{ kind: "paragraph", text: scale }, { kind: "paragraph", bold: "Antal svarande: ", text: String(reflection.respondents(entry)) }, ...template.areas.map(table)];
  }

  function sectionBlocks(template, state, each) {
    const given = section(state, each.id);
    const put = each.results && state.reflection ? results(template, state.reflection) : [];
    const guided = !filled(given) && !put.length && each.fill !== "fixed" && each.fill !== "title";
    return [
      ...standing(each.before, guided),
      ...each.statistics.filter((name) => given.statistics[name]?.trim()).map((name) => ({ kind: "paragraph", bold: `${capital(name)}: `, text: given.statistics[name].trim() })),
      ...paragraphs(given.text),
      ...put,
      ...standing(each.after),
    ];
  }

  /** The whole report: headings as in the template, what has been written, and guidance only where nothing is. */
  function blocks(template, state) {
    const [title, ...rest] = template.sections;
    const head = [
      { kind: "heading", level: 1, text: title.heading },
      { kind: "paragraph", bold: "År: ", text: state.year ? String(state.year) : "" },
      { kind: "paragraph", bold: "Familjecentral: ", text: state.centre },
      ...sectionBlocks(template, state, title),
    ];
    const body = rest.flatMap((each) => [{ kind: "heading", level: each.level, text: each.heading }, ...sectionBlocks(template, state, each)]);
    const demands = template.demands.flatMap(({ id, says }) => [{ kind: "paragraph", bold: says, text: "" }, ...(paragraphs(state.demands[id] ?? "").length ? paragraphs(state.demands[id]) : [{ kind: "guide", text: "Inte ifyllt." }])]);
    return [...head, ...body, ...(demands.length ? [{ kind: "heading", level: 2, text: "Det som avtalet kräver i rapporten" }, ...demands] : [])];
  }

  const cell = (text) => text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replace(/\s*\n\s*/g, "<br>");

  function inMarkdown(block) {
    if (block.kind === "heading") return `${"#".repeat(block.level)} ${block.text}`;
    if (block.kind === "item") return `- ${block.text}`;
    if (block.kind === "guide") return `> ${block.text.replaceAll("\n", "\n> ")}`;
    if (block.kind === "table") {
      const row = (cells) => `| ${cells.map(cell).join(" | ")} |`;
      return [row(block.head), row(block.head.map(() => "---")), ...block.rows.map(row)].join("\n");
    }
    return `${block.bold ? `**${block.bold.trim()}** ` : ""}${block.text}`.trim();
  }

  /** Blocks as Markdown. Items of a list stand close, all else with a line between. */
  const markdown = (all) => all.map((block, place) => (place ? (block.kind === "item" && all[place - 1].kind === "item" ? "\n" : "\n\n") : "") + inMarkdown(block)).join("") + "\n";

  /** A year's goals in words, to go on writing from. */
  const goals = (entry, areas) =>
    entry.goals
      .map((goal, place) => {
        const area = areas.find((each) => each.id === goal.area)?.name;
        const lines = [`Mål ${place + 1}${area ? ` (${area})` : ""}: ${goal.goal}`, goal.measure && `Så märks det: ${goal.measure}`, goal.follow_up && `Så följs det upp: ${goal.follow_up}`, goal.when && `När: ${goal.when}`];
        return lines.filter(Boolean).join("\n");
      })
      .join("\n\n");

  Avtalsatlas.report = { empty, section, read, blocks, markdown, goals, capital };
})();
