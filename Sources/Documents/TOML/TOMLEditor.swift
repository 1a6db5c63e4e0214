/// Changes a TOML document and leaves every byte alone that the change does not concern.
///
/// All changes speak of the document as it was read: a key or index keeps its meaning whatever
/// has been added, removed or renamed before. Of two changes to the same value the later one
/// counts; a change inside a value that is itself removed or replaced has no effect, nor has one
/// whose path leads through something that is no table or array. What means the same as what
/// stands there is not written.
///
/// * A new key goes behind the last one of its table and is indented like it, be the table one
///   with a header, of dotted keys or in braces. In front of the first header, it goes above the
///   comment that belongs to that.
/// * A new table goes under a header of its own behind the last table inside the one that holds
///   it; within a table of dotted keys, it goes in braces. Headers and keys are indented as
///   elsewhere in the file.
/// * What is removed takes its whole lines with it and the comment behind it; a table takes along
///   the comments inside it, unless comments are to be kept: they are then on lines of their own, but for those
///   inside an array.
///   Comments above stay, for whether they speak of it is not known.
/// * A table that only dotted keys or the headers of its subtables make stays, empty, when the
///   last of them goes; an array of tables becomes `[]`. Whoever does not want that removes the
///   table or array itself.
/// * A table or array given anew is compared with the old one, and only what differs is written.
package struct TOMLEditor {
  private let document: TOMLDocument
  private let keepsComments: Bool
  private var edits = TOMLEdits()

  /// - Parameter keepsComments: Whether comments stay of lines that are removed.
  package init(_ document: TOMLDocument, keepsComments: Bool = false) {
    self.document = document
    self.keepsComments = keepsComments
  }

  /// Sets a value, and makes the tables on the way to it that are not there.
  ///
  /// - Parameters:
  ///   - path: The way to the value; an element of an array must be there already.
  ///   - value: What it is to be; a null removes what is there.
  package mutating func set(_ path: FieldPath, to value: Node) {
    guard let value = value.withoutNulls else { return remove(path) }
    if path.steps.isEmpty {
      if case .object = value.value { edits = TOMLEdits(replacement: value) }
      return
    }
    edits.change(path.steps[...], in: document.root, isMaking: true) {
      $0 = TOMLEdits(replacement: value, newKey: $0.newKey)
    }
  }

  /// Removes a key of a table or an element of an array, if it is there.
  package mutating func remove(_ path: FieldPath) {
    guard !path.steps.isEmpty else { return }
    edits.change(path.steps[...], in: document.root, isMaking: false) {
      $0 = TOMLEdits(isRemoved: true)
    }
  }

  /// Adds an element to the end of an array, be it in brackets or one of tables with headers.
  ///
  /// An array that is not there is made; a null is not added.
  package mutating func append(_ element: Node, to path: FieldPath) {
    guard let element = element.withoutNulls, !path.steps.isEmpty else { return }
    let node = path.node(in: document.root)
    if let node, case .array = node.value {} else if node != nil { return }
    edits.change(path.steps[...], in: document.root, isMaking: true) { $0.append(element) }
  }

  /// Gives a key of a table another name, unless another key has it already or is to have it; of
  /// several that are to have one name, the first of the table gets it.
  package mutating func rename(_ path: FieldPath, to key: String) {
    guard case .key? = path.steps.last else { return }
    edits.change(path.steps[...], in: document.root, isMaking: false) { $0.newKey = key }
  }

  /// What the document is to mean after all changes.
  package var root: Node { edits.applied(to: document.root) ?? Node(.object([])) }

  /// The document with all changes.
  package var text: String {
    guard !edits.isEmpty else { return document.source.text(of: document.source.span) }
    var rewriting = TOMLRewriting(document, keepsComments: keepsComments)
    rewriting.visit(edits)
    return rewriting.text
  }
}

extension Node {
  /// The value without the nulls inside it, which TOML has not; nothing of a null.
  fileprivate var withoutNulls: Node? {
    switch value {
    case .null: nil
    case .array(let elements): Node(.array(elements.compactMap { $0.withoutNulls }))
    case .object(let members):
      Node(
        .object(
          members.compactMap { member in
            member.value.withoutNulls.map { Member(key: member.key, value: $0) }
          }))
    default: Node(value)
    }
  }
}
