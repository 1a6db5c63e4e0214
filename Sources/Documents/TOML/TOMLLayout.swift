/// Lays tables out over lines: the plain values of each first, then the tables inside it, each
/// under a header of its own behind an empty line.
struct TOMLLayout {
  /// Where a table stands, and what its lines begin with.
  struct Place {
    var path: [String]
    /// What the lines with its keys begin with.
    var margin = ""
    /// What the headers of the tables inside it begin with.
    var inner = ""
  }

  var newline = "\n"
  /// How much further in than its header the keys of a table stand.
  var keyIndentation = "  "
  /// How much further in than its header the headers of the tables inside it stand.
  var headerIndentation = "  "

  /// Appends what a table holds.
  func write(_ members: [Node.Member], at place: Place, to text: inout String) {
    for member in members where !Self.isTable(member.value) {
      guard let pair = TOMLWriter.pair(member.key, member.value) else { continue }
      text += place.margin + pair + newline
    }
    for member in members {
      write(member.value, under: place.path + [member.key], margin: place.inner, to: &text)
    }
  }

  /// Appends a table, or an array of tables, with its headers; nothing of any other value.
  func write(_ value: Node, under path: [String], margin: String, to text: inout String) {
    let name = path.map(TOMLWriter.key).joined(separator: ".")
    let place = Place(
      path: path, margin: margin + keyIndentation, inner: margin + headerIndentation)
    switch value.value {
    case .object(let members):
      begin("\(margin)[\(name)]", &text)
      write(members, at: place, to: &text)
    case .array(let elements) where Self.isTable(value):
      for element in elements {
        begin("\(margin)[[\(name)]]", &text)
        write(element.members, at: place, to: &text)
      }
    default: break
    }
  }

  /// A header stands after an empty line.
  private func begin(_ header: String, _ text: inout String) {
    text += text.isEmpty ? header + newline : newline + header + newline
  }

  /// Whether a value is written under a header of its own: a table, or an array of tables.
  static func isTable(_ node: Node) -> Bool {
    switch node.value {
    case .object: true
    case .array(let elements):
      !elements.isEmpty
        && elements.allSatisfy { if case .object = $0.value { true } else { false } }
    default: false
    }
  }
}
