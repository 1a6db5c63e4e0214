/// A place in a text as editors show it: line and column, both counted from 1.
public struct SourcePosition: Hashable, Comparable, Sendable {
  public var line: Int
  /// Counted in Unicode scalars, not bytes and not grapheme clusters.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
