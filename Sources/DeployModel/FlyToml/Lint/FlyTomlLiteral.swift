import Documents

/// A plain value that a fix writes.
package enum FlyTomlLiteral: Hashable, Sendable {
  case text(String)
  case number(Int)
  case boolean(Bool)

  var node: Node {
    switch self {
    case .text(let text): Node(.string(text))
    case .number(let number): Node(integerLiteral: number)
    case .boolean(let flag): Node(.bool(flag))
    }
  }
}
