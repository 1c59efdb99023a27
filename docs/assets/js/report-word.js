// The annual report as a Word document, made in the browser: the few files of the format in a ZIP without compression. The
// empty template is made by the build (site/files/report_word.py); this is the one that has been filled in.

(() => {
  const UTF8 = new TextEncoder();
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const OFFICE = "http://schemas.openxmlformats.org";
  const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });

  function checksum(data) {
    let value = 0xffffffff;
    for (const byte of data) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
    return (value ^ 0xffffffff) >>> 0;
  }

  /** Whole numbers as bytes, lowest first: [value, how many bytes] each. */
  const bytes = (...numbers) => Uint8Array.from(numbers.flatMap(([value, size]) => Array.from({ length: size }, (_, place) => (value >>> (8 * place)) & 0xff)));

  /** A ZIP of texts by name, stored as they are. The date is the earliest that ZIP knows: the document says its own. */
  function zip(texts) {
    const parts = [];
    const listed = [];
    let offset = 0;
    for (const [name, text] of Object.entries(texts)) {
      const [title, data] = [UTF8.encode(name), UTF8.encode(text)];
      const common = bytes([20, 2], [0x0800, 2], [0, 2], [0, 2], [0x21, 2], [checksum(data), 4], [data.length, 4], [data.length, 4], [title.length, 2], [0, 2]);
      parts.push(bytes([0x04034b50, 4]), common, title, data);
      listed.push(bytes([0x02014b50, 4], [20, 2]), common, bytes([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), title);
      offset += 4 + common.length + title.length + data.length;
    }
    const size = listed.reduce((sum, each) => sum + each.length, 0);
    const count = Object.keys(texts).length;
    return new Blob([...parts, ...listed, bytes([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2])]);
  }

  // What XML cannot hold is shown as the sign for an unknown character.
  const escape = (text) =>
    text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

  function run(text, bold = false) {
    const lines = text.split("\n").map((line) => `<w:t xml:space="preserve">${escape(line)}</w:t>`);
    return text ? `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}${lines.join("<w:br/>")}</w:r>` : "";
  }

  const paragraph = (style, text, bold = "") => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}${run(bold, true)}${run(text)}</w:p>`;

  function table({ head, rows }) {
    const widths = [4700, 2000, 3160];
    const cell = (text, place, bold) => `<w:tc><w:tcPr><w:tcW w:w="${widths[place]}" w:type="dxa"/></w:tcPr>${bold ? paragraph("", "", text) : paragraph("", text)}</w:tc>`;
    const row = (cells, bold) => `<w:tr><w:trPr><w:cantSplit/>${bold ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map((text, place) => cell(text, place, bold)).join("")}</w:tr>`;
    const borders = ["top", "bottom", "insideH"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BDB5A2"/>`).join("");
    const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
    return `<w:tbl><w:tblPr><w:tblW w:w="9860" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCaption w:val="${escape(head[0])}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(head, true)}${rows.map((each) => row(each, false)).join("")}</w:tbl>${paragraph("", "")}`;
  }

  function block(each) {
    if (each.kind === "table") return table(each);
    if (each.kind === "heading") return paragraph(each.level === 1 ? "Title" : `Heading${Math.min(each.level - 1, 3)}`, each.text);
    // A bullet that is a sign needs no list definitions.
    const text = each.kind === "item" ? `• ${each.text}` : each.text;
    return paragraph({ item: "ListBullet", guide: "Quote" }[each.kind] ?? "", text, each.bold);
  }

  const style = (id, name, look, more = "", extra = "") =>
    `<w:style w:type="paragraph"${extra} w:styleId="${id}"><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${more}</w:pPr><w:rPr>${look}</w:rPr></w:style>`;
  const pine = (size) => `<w:b/><w:color w:val="0D4F4A"/><w:sz w:val="${size}"/>`;
  const heading = (level, size) => style(`Heading${level}`, `heading ${level}`, pine(size), `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`);
  const STYLES = `${HEAD}<w:styles xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>${[
    style("Normal", "Normal", "", '<w:spacing w:after="100"/>', ' w:default="1"'),
    style("Title", "Title", pine(48), '<w:spacing w:after="160"/>'),
    heading(1, 32),
    heading(2, 26),
    heading(3, 23),
    style("ListBullet", "List Bullet", "", '<w:ind w:left="360" w:hanging="200"/>'),
    style("Quote", "Quote", '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:color w:val="56605C"/>', '<w:ind w:left="280"/>'),
  ].join("")}</w:styles>`;

  const relation = (id, kind, target) => `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const relations = (...all) => `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${all.join("")}</Relationships>`;
  const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const TYPES = `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/></Types>`;
  const PAPER = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1020" w:right="1020" w:bottom="1134" w:left="1020" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>';

  /** The report's blocks as a Word document. */
  const word = (blocks) =>
    zip({
      "[Content_Types].xml": TYPES,
      "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
      "word/document.xml": `${HEAD}<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${blocks.map(block).join("")}${PAPER}</w:body></w:document>`,
      "word/_rels/document.xml.rels": relations(relation("rId1", "styles", "styles.xml")),
      "word/styles.xml": STYLES,
    });

  Object.assign(Avtalsatlas.report, { word, WORD: `${WORD}.document` });
})();
