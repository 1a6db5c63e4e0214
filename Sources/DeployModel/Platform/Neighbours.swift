/// The legal values on either side of one that is not legal.
///
/// A value that is legal is its own neighbour on both sides.
public struct Neighbours: Hashable, Sendable {
  /// The greatest legal value that is not above, if there is one.
  public let below: Int?

  /// The least legal value that is not below, if there is one.
  public let above: Int?

  /// The values there are, smaller first, without repetition.
  public var all: [Int] {
    below == above ? [below].compactMap(\.self) : [below, above].compactMap(\.self)
  }
}
