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
  func write(_ node: Node, indentation: String, column: Int, to bytes: inout [UInt8]) {
    switch node.value {
    case .object(let members) where !members.isEmpty:
      write(members, indentation: indentation, to: &bytes)
    case .array(let elements) where !elements.isEmpty:
      if let line = Self.shortLine(node, column: column) {
        bytes += line.utf8
      } else {
        write(elements, indentation: indentation, to: &bytes)
      }
    default:
      JSONWriter.write(node, to: &bytes)
    }
  }

  private func write(_ members: [Node.Member], indentation: String, to bytes: inout [UInt8]) {
    let padding = indentation + "  "
    bytes.append(UInt8(ascii: "{"))
    bytes += newline.utf8
    for (index, member) in members.enumerated() {
      let isLast = index + 1 == members.count
      bytes += padding.utf8
      JSONWriter.write(member.key, to: &bytes)
      bytes += ": ".utf8
      write(
        member.value, indentation: padding,
        column: Self.column(of: member, padding: padding) + (isLast ? 0 : 1), to: &bytes)
      if !isLast { bytes.append(UInt8(ascii: ",")) }
      bytes += newline.utf8
    }
    bytes += indentation.utf8
    bytes.append(UInt8(ascii: "}"))
  }

  /// How much of the line stands before a member's value; only an array asks for it.
  private static func column(of member: Node.Member, padding: String) -> Int {
    guard case .array = member.value.value else { return 0 }
    return padding.count + JSONWriter.quoted(member.key).count + 2
  }

  private func write(_ elements: [Node], indentation: String, to bytes: inout [UInt8]) {
    let padding = indentation + "  "
    bytes.append(UInt8(ascii: "["))
    bytes += newline.utf8
    for (index, element) in elements.enumerated() {
      let isLast = index + 1 == elements.count
      bytes += padding.utf8
      write(
        element, indentation: padding, column: padding.count + (isLast ? 0 : 1), to: &bytes)
      if !isLast { bytes.append(UInt8(ascii: ",")) }
      bytes += newline.utf8
    }
    bytes += indentation.utf8
    bytes.append(UInt8(ascii: "]"))
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
