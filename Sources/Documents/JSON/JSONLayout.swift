/// Lays values out over lines as project files have them: an object has a line for each member;
/// so has an array for each element, but stays on one line if all are plain and the line fits.
struct JSONLayout {
  /// The most columns of a line that holds a whole array.
  private static let lineLimit = 100

  private let newline: [UInt8]
  /// What the line begins with that is being written.
  private var indentation: [UInt8]

  /// - Parameter indentation: What a value's last line begins with; the lines within have two
  ///   spaces more.
  init(newline: String, indentation: String) {
    self.newline = Array(newline.utf8)
    self.indentation = Array(indentation.utf8)
  }

  /// Appends a value whose first line has begun.
  ///
  /// - Parameter column: How much of the line is taken by what stands around the value.
  mutating func write(_ node: Node, column: Int, to bytes: inout [UInt8]) {
    switch node.value {
    case .object(let members) where !members.isEmpty:
      write(members, to: &bytes)
    case .array(let elements) where !elements.isEmpty:
      if let line = Self.shortLine(node, column: column) {
        bytes += line.utf8
      } else {
        write(elements, to: &bytes)
      }
    default:
      JSONWriter.write(node, to: &bytes)
    }
  }

  private mutating func write(_ members: [Node.Member], to bytes: inout [UInt8]) {
    open("{", to: &bytes)
    for index in members.indices {
      let isLast = index + 1 == members.count
      bytes += indentation
      JSONWriter.write(members[index].key, to: &bytes)
      JSONWriter.writeBare(": ", to: &bytes)
      write(
        members[index].value, column: column(of: members[index]) + (isLast ? 0 : 1), to: &bytes)
      JSONWriter.writeBare(isLast ? "" : ",", to: &bytes)
      bytes += newline
    }
    close("}", to: &bytes)
  }

  /// How much of the line stands before a member's value; only an array asks for it.
  private func column(of member: Node.Member) -> Int {
    guard case .array = member.value.value else { return 0 }
    return indentation.count + JSONWriter.quoted(member.key).count + 2
  }

  private mutating func write(_ elements: [Node], to bytes: inout [UInt8]) {
    open("[", to: &bytes)
    for index in elements.indices {
      let isLast = index + 1 == elements.count
      bytes += indentation
      write(elements[index], column: indentation.count + (isLast ? 0 : 1), to: &bytes)
      JSONWriter.writeBare(isLast ? "" : ",", to: &bytes)
      bytes += newline
    }
    close("]", to: &bytes)
  }

  private mutating func open(_ bracket: StaticString, to bytes: inout [UInt8]) {
    JSONWriter.writeBare(bracket, to: &bytes)
    bytes += newline
    JSONWriter.writeBare("  ", to: &indentation)
  }

  private mutating func close(_ bracket: StaticString, to bytes: inout [UInt8]) {
    indentation.removeLast(2)
    bytes += indentation
    JSONWriter.writeBare(bracket, to: &bytes)
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
