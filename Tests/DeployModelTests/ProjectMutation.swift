import Documents

@testable import DeployModel

/// One change to one file of a project, made at a random place.
struct ProjectMutation {
  enum Kind: CaseIterable {
    case renamed
    case removed
    case doubled
    case retyped
    case flipped
    case cut
  }

  let kind: Kind
  let file: ProjectFile
  let bytes: [UInt8]
  /// The finding that must be made, where a required field was changed: a part of its message,
  /// and a byte of the line on which it must stand.
  private(set) var expected: (text: String, offset: Int)?

  /// Nothing where the file has no place for a change of this kind.
  init?(
    _ kind: Kind, of file: ProjectFile, _ text: String, _ generator: inout SplitMix
  ) {
    var bytes = Array(text.utf8)
    switch kind {
    case .flipped:
      guard let at = bytes.indices.randomElement(using: &generator) else { return nil }
      bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case .cut:
      bytes.removeSubrange(Int.random(in: 0...bytes.count, using: &generator)...)
    default:
      let places = MutationPlace.all(in: bytes, of: file)
      guard let place = places.randomElement(using: &generator) else { return nil }
      let edit = place.edit(kind, in: bytes)
      bytes.replaceSubrange(edit.range, with: edit.replacement.utf8)
      expected = edit.expected
    }
    self.kind = kind
    self.file = file
    self.bytes = bytes
  }
}

/// A field or an element of an array: a node that can be renamed, removed, doubled or retyped.
private struct MutationPlace {
  var node: Node
  /// The whole of it, with the field's name.
  var range: Range<Int>
  var key: Node.Member?
  /// The object or array around it.
  var parent: Node
  /// Whether the field must be there.
  var isRequired: Bool

  /// Every field and element of a file.
  static func all(in bytes: [UInt8], of file: ProjectFile) -> [MutationPlace] {
    let source = SourceText(name: file.name, bytes: bytes)
    var diagnostics: [Diagnostic] = []
    guard file.layout == .lines else {
      guard let root = JSONReader.read(source, &diagnostics) else { return [] }
      var places = places(in: root, required(in: root, of: file))
      guard case .list(let key) = file.layout else { return places }
      // The entries are found a second time here, and now it is known what they must have.
      let entries = root[key]?.elements ?? []
      places += entries.flatMap { Self.places(in: $0, file.requiredFields(of: $0)) }
      return places
    }
    return bytes.indices.split { bytes[$0] == UInt8(ascii: "\n") }.flatMap { line in
      JSONReader.read(source, part: line.startIndex..<line.endIndex, &diagnostics)
        .map { places(in: $0, file.requiredFields(of: $0)) } ?? []
    }
  }

  private static func required(in root: Node, of file: ProjectFile) -> Set<String> {
    if case .list(let key) = file.layout { [key] } else { file.requiredFields(of: root) }
  }

  private static func places(in node: Node, _ required: Set<String>) -> [MutationPlace] {
    let members = node.members.flatMap { member in
      let range = member.keySpan.range.lowerBound..<member.value.span.range.upperBound
      let place = MutationPlace(
        node: member.value, range: range, key: member, parent: node,
        isRequired: required.contains(member.key))
      return [place] + places(in: member.value, [])
    }
    let elements = node.elements.flatMap { element in
      let place = MutationPlace(
        node: element, range: element.span.range, key: nil, parent: node, isRequired: false)
      return [place] + places(in: element, [])
    }
    return members + elements
  }

  struct Edit {
    var range: Range<Int>
    var replacement: String
    var expected: (text: String, offset: Int)?
  }

  func edit(_ kind: ProjectMutation.Kind, in bytes: [UInt8]) -> Edit {
    let text = String(decoding: bytes[range], as: UTF8.self)
    switch kind {
    case .renamed where key != nil:
      let name = "\"renamed_\(range.lowerBound)\""
      return Edit(
        range: key?.keySpan.range ?? range, replacement: name,
        expected: expectation("'renamed_\(range.lowerBound)'", range.lowerBound))
    case .removed:
      let opening = parent.span.range.lowerBound
      return Edit(
        range: rangeWithComma(in: bytes), replacement: "",
        expected: expectation("'\(key?.key ?? "")'", opening))
    case .doubled: return Edit(range: range, replacement: "\(text), \(text)")
    default:
      let start = node.span.range.lowerBound
      return Edit(
        range: node.span.range, replacement: otherValue, expected: expectation("expected", start))
    }
  }

  private func expectation(_ text: String, _ offset: Int) -> (text: String, offset: Int)? {
    isRequired ? (text, offset) : nil
  }

  /// A value of another type.
  private var otherValue: String {
    switch node.value {
    case .number: "\"seven\""
    case .string: "7"
    case .bool: "[]"
    case .array: "{}"
    case .object, .null, .dateTime: "true"
    }
  }

  /// The place and the comma that goes with it: the one behind it, else the one before it.
  private func rangeWithComma(in bytes: [UInt8]) -> Range<Int> {
    let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
    let comma = UInt8(ascii: ",")
    if let after = bytes[range.upperBound...].firstIndex(where: { !isSpace($0) }),
      bytes[after] == comma
    {
      return range.lowerBound..<after + 1
    }
    if let before = bytes[..<range.lowerBound].lastIndex(where: { !isSpace($0) }),
      bytes[before] == comma
    {
      return before..<range.upperBound
    }
    return range
  }
}

extension ProjectFile {
  /// The fields that an entity must have, without those that its other fields excuse.
  fileprivate func requiredFields(of entity: Node) -> Set<String> {
    Set(shape.fields.filter { $0.isRequired }.map { $0.key }).subtracting(excusedFields(entity))
  }
}

/// SplitMix64 (https://prng.di.unimi.it/splitmix64.c), so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
