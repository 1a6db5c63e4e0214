/// Changes a JSON document and leaves every byte alone that the change does not concern.
///
/// All changes speak of the document as it was read: an index keeps its meaning whatever has been
/// inserted or removed before. Of two changes to the same value the later one counts; a change
/// inside a value that is itself removed or replaced has no effect, nor has one whose path leads
/// to no such value. A new value that means the same as the one that stands there is not written.
///
/// What is inserted is laid out as its siblings are: on lines indented like the first of them, or
/// on one line. Into an empty object or array, and within a value, it goes by the layout of
/// ``JSONWriter``, from the indentation of the line it stands in. A document that ends its lines
/// in CR LF is given no others.
package struct JSONEditor {
  private let source: SourceText
  private let root: Node
  /// The changes to each object or array, by the byte it begins with.
  private var edits: [UInt32: ContainerEdits] = [:]

  /// - Parameters:
  ///   - source: The document.
  ///   - root: What a ``JSONReader`` read from the source without finding a mistake.
  package init(_ source: SourceText, _ root: Node) {
    self.source = source
    self.root = root
  }

  /// Sets a member of an object: replaces its value, or inserts it.
  ///
  /// - Parameters:
  ///   - key: The member's name, unescaped.
  ///   - value: What it is to hold.
  ///   - object: The way to the object.
  ///   - order: The names of members in declared order. A new member goes behind the nearest of
  ///     those before it that is there, or to the front; one that is not declared goes last.
  package mutating func set(
    _ key: String, to value: Node, in object: FieldPath, order: [String]
  ) {
    edit(object, isObject: true) { $0.set(key, to: value, order: order) }
  }

  /// Removes a member of an object, if it is there.
  package mutating func removeMember(_ key: String, of object: FieldPath) {
    edit(object, isObject: true) { $0.removeMember(key) }
  }

  /// Inserts an element before the one at an index, or, from the array's count on, at the end;
  /// elements inserted at the same index keep the order they came in.
  package mutating func insert(_ element: Node, at index: Int, into array: FieldPath) {
    edit(array, isObject: false) { $0.insert(element, at: index) }
  }

  /// Removes an element of an array, if it is there.
  package mutating func removeElement(_ index: Int, of array: FieldPath) {
    edit(array, isObject: false) { $0.change(index, .removal) }
  }

  /// Replaces an element of an array, if it is there.
  package mutating func replaceElement(
    _ index: Int, of array: FieldPath, with element: Node
  ) {
    edit(array, isObject: false) { $0.change(index, .replacement(element)) }
  }

  private mutating func edit(
    _ path: FieldPath, isObject: Bool, _ change: (inout ContainerEdits) -> Void
  ) {
    guard let node = path.node(in: root) else { return }
    switch node.value {
    case .object where isObject, .array where !isObject:
      change(&edits[node.span.start, default: ContainerEdits(node)])
    default: return
    }
  }

  /// The document with all changes.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes of the document with all changes.
  package var bytes: [UInt8] {
    guard !edits.isEmpty else { return source.bytes }
    let document = EditedDocument(source)
    return document.bytes(
      replacing: edits.values.flatMap { ContainerRewriting($0, in: document).replacements() })
  }
}
