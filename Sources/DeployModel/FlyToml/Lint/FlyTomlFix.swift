import Documents

/// A change that mends what a rule has found and means nothing else.
package enum FlyTomlFix: Hashable, Sendable {
  /// The value at the finding's place is to be this one.
  case value(FlyTomlLiteral)
  /// The key at the finding's place is to have this name.
  case key(String)
  /// The key at the finding's place is to go, with its value.
  case removal

  /// What is done, as an order.
  var description: String {
    switch self {
    case .value(.text(let text)): "write \(Quoted(text))"
    case .value(.number(let number)): "write \(number)"
    case .value(.boolean(let flag)): "write \(flag)"
    case .key(let name): "write '\(name)'"
    case .removal: "remove it"
    }
  }

  /// The way to what is changed; nothing where no such thing stands at just that place, or where
  /// another key has the name already.
  func path(at span: Span, in document: TOMLDocument) -> FieldPath? {
    switch self {
    case .value:
      let path = document.path(to: span)
      guard let node = path.node(in: document.root), node.span == span, node.writtenText != nil
      else { return nil }
      return path
    case .key(let name):
      guard let path = document.path(ofKeyAt: span),
        let table = FieldPath(path.steps.dropLast()).node(in: document.root),
        table.member(name) == nil
      else { return nil }
      return path
    case .removal: return document.path(ofKeyAt: span)
    }
  }

  /// Makes the change to what a path leads to.
  func apply(at path: FieldPath, to editor: inout TOMLEditor) {
    switch self {
    case .value(let literal): editor.set(path, to: literal.node)
    case .key(let name): editor.rename(path, to: name)
    case .removal: editor.remove(path)
    }
  }
}
