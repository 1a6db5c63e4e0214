/// Finds the places for what is new, and what it looks like there.
struct TOMLAnchors {
  typealias Piece = TOMLAssembly.Piece

  private let document: TOMLDocument
  private let outline: TOMLOutline
  private let lines: TOMLLines
  private let removed: Set<Int>
  private let layout: TOMLLayout

  /// - Parameter removed: The statements that go.
  init(_ document: TOMLDocument, _ outline: TOMLOutline, _ lines: TOMLLines, removed: Set<Int>) {
    self.document = document
    self.outline = outline
    self.lines = lines
    self.removed = removed
    layout = Self.layout(document, lines)
  }

  func pieces(_ additions: TOMLAdditions) -> [Piece] {
    var pieces: [Piece] = []
    let table = additions.table
    if !additions.pairs.isEmpty {
      pieces.append(
        table.origin == .subtable
          ? opening(of: table, additions.pairs) : keys(additions.pairs, in: table))
    }
    guard !additions.sections.isEmpty else { return pieces }
    let margin = self.margin(ofSectionsIn: table)
    let place = end(of: table.entry)
    for (names, value) in additions.sections {
      var text = ""
      layout.write(value, under: names, margin: margin, to: &text)
      pieces.append(Piece(.section, at: place, text))
    }
    return pieces
  }

  // MARK: Keys

  /// New keys in a table with a header, in one of dotted keys, or in the root.
  private func keys(
    _ pairs: [(key: String, value: Node)], in table: TOMLRewriting.Table
  ) -> Piece {
    let header = sectionHeader(of: table)
    let written = header.map { document.statements[$0].keys.count } ?? 0
    let prefix = table.names.dropFirst(written).map { TOMLWriter.key($0) + "." }.joined()
    let (kind, offset, indentation) = place(in: header, under: table)
    let text = pairs.compactMap { key, value in
      TOMLWriter.pair(key, value).map { indentation + prefix + $0 + layout.newline }
    }
    return Piece(kind, at: offset, text.joined())
  }

  /// The header whose section has the keys of a table.
  private func sectionHeader(of table: TOMLRewriting.Table) -> Int? {
    guard table.origin == .dottedKey else { return outline.entries[table.entry].statement }
    return document.statement(around: table.node.span.range.lowerBound)?.header
  }

  /// The place of a new key: behind the last one of its table, or of the section.
  private func place(
    in header: Int?, under table: TOMLRewriting.Table
  ) -> (Piece.Kind, Int, String) {
    let section = lines.section(of: header)
    let kept = section.filter { !removed.contains($0) }
    let own = Set(outline.statements(under: table.entry))
    if let last = kept.last(where: { own.contains($0) }) ?? kept.last {
      return (.lines, lines.lines(of: last).upperBound, lines.indentation(of: last))
    }
    let first = section.first.map { lines.indentation(of: $0) }
    if let header {
      let indentation = first ?? lines.indentation(of: header) + layout.keyIndentation
      return (.lines, lines.lines(of: header).upperBound, indentation)
    }
    if let first { return (.lines, lines.lines(of: 0).lowerBound, first) }
    guard !document.statements.isEmpty else { return (.lines, document.source.bytes.count, "") }
    return (.firstLines, lines.start(ofHeader: 0), "")
  }

  /// A header for a table that had none, before the first of the tables inside it.
  private func opening(
    of table: TOMLRewriting.Table, _ pairs: [(key: String, value: Node)]
  ) -> Piece {
    let members = pairs.map { Node.Member(key: $0.key, value: $0.value) }
    var text = ""
    let first = outline.statements(under: table.entry)
      .first { !removed.contains($0) && document.statements[$0].kind != .pair }
    let margin = first.map { self.margin(above: $0, depth: table.names.count) } ?? ""
    text += "\(margin)[\(table.names.map(TOMLWriter.key).joined(separator: "."))]" + layout.newline
    for member in members {
      guard let pair = TOMLWriter.pair(member.key, member.value) else { continue }
      text += margin + layout.keyIndentation + pair + layout.newline
    }
    guard let first else { return Piece(.section, at: end(of: table.entry), text) }
    return Piece(.leadingSection, at: lines.start(ofHeader: first), text)
  }

  /// The indentation of a header that stands around another one.
  private func margin(above header: Int, depth: Int) -> String {
    var margin = lines.indentation(of: header)
    let step = layout.headerIndentation
    for _ in depth..<max(depth, document.statements[header].keys.count)
    where !step.isEmpty && margin.hasSuffix(step) {
      margin.removeLast(step.count)
    }
    return margin
  }

  // MARK: Tables

  /// Where the last lines end that belong to a table or to one inside it; of a table that goes,
  /// those of the one around it.
  private func end(of entry: Int) -> Int {
    let kept = outline.statements(under: entry).last { !removed.contains($0) }
    guard let kept else {
      return outline.entries[entry].parent.map { end(of: $0) } ?? document.source.bytes.count
    }
    if entry == 0, kept == document.statements.count - 1 { return document.source.bytes.count }
    let statement = document.statements[kept]
    let section = lines.section(of: statement.kind == .pair ? statement.header : kept)
    let last = section.last { !removed.contains($0) } ?? kept
    let isWhole = section.isEmpty || last == section.upperBound - 1
    return isWhole ? lines.end(ofSectionAt: last) : lines.lines(of: last).upperBound
  }

  /// What the headers of tables inside a table begin with.
  private func margin(ofSectionsIn table: TOMLRewriting.Table) -> String {
    let inside = outline.entries[table.entry].children.values
    let sibling = inside.compactMap { outline.entries[$0].statement }
      .filter { document.statements[$0].kind != .pair }.max()
    if let sibling { return lines.indentation(of: sibling) }
    guard let own = outline.entries[table.entry].statement else { return "" }
    return lines.indentation(of: own) + layout.headerIndentation
  }

  /// The layout that the file has where it can be seen, else that of ``TOMLWriter``.
  private static func layout(_ document: TOMLDocument, _ lines: TOMLLines) -> TOMLLayout {
    var layout = TOMLLayout()
    layout.newline = lines.newline
    let pair = document.statements.indices.first { document.statements[$0].header == $0 - 1 }
    if let pair {
      layout.keyIndentation = step(from: pair - 1, to: pair, lines)
      layout.headerIndentation = layout.keyIndentation
    }
    let inner = document.statements.indices.first { index in
      document.statements[index].kind != .pair && document.statements[index].keys.count > 1
    }
    if let inner, lines.indentation(of: inner).isEmpty { layout.headerIndentation = "" }
    return layout
  }

  private static func step(from header: Int, to pair: Int, _ lines: TOMLLines) -> String {
    let (outer, inner) = (lines.indentation(of: header), lines.indentation(of: pair))
    return inner.hasPrefix(outer) ? String(inner.dropFirst(outer.count)) : ""
  }
}
