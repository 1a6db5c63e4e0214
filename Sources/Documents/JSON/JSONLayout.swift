/// Lays values out over lines as project files have them: an object has a line for each member;
/// so has an array for each element, but stays on one line if all are plain and the line fits.
struct JSONLayout {
  /// The most columns of a line that holds a whole array.
  private static let lineLimit = 100

  var newline = "\n"

  /// Appends a value whose first line has begun.
  ///
  /// - Parameters:
  ///   - indentation: What the value's last line begins with; the lines within have two spaces
  ///     more.
  ///   - column: How much of the line is taken by what stands around the value.
  func write(_ node: Node, indentation: String, column: Int, to text: inout String) {
    switch node.value {
    case .object(let members) where !members.isEmpty:
      write(members, indentation: indentation, to: &text)
    case .array(let elements) where !elements.isEmpty:
      if let line = Self.shortLine(node, column: column) {
        text += line
      } else {
        write(elements, indentation: indentation, to: &text)
      }
    default:
      text += JSONWriter.line(node)
    }
  }

  private func write(_ members: [Node.Member], indentation: String, to text: inout String) {
    let padding = indentation + "  "
    text += "{" + newline
    for (index, member) in members.enumerated() {
      let key = "\(padding)\(JSONWriter.quoted(member.key)): "
      text += key
      let comma = index + 1 < members.count ? "," : ""
      write(member.value, indentation: padding, column: key.count + comma.count, to: &text)
      text += comma + newline
    }
    text += indentation + "}"
  }

  private func write(_ elements: [Node], indentation: String, to text: inout String) {
    let padding = indentation + "  "
    text += "[" + newline
    for (index, element) in elements.enumerated() {
      let comma = index + 1 < elements.count ? "," : ""
      text += padding
      write(element, indentation: padding, column: padding.count + comma.count, to: &text)
      text += comma + newline
    }
    text += indentation + "]"
  }

  private static func shortLine(_ array: Node, column: Int) -> String? {
    let isPlain = array.elements.allSatisfy { element in
      switch element.value {
      case .array, .object: false
      default: true
      }
    }
    guard isPlain else { return nil }
    let line = JSONWriter.spacedLine(array)
    return column + line.count <= lineLimit ? line : nil
  }
}
