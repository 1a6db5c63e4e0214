/// A half-open range of UTF-8 byte offsets in a source text.
///
/// Offsets are 32 bits wide, which the file limit of 256 MiB never exceeds and which keeps a
/// document's nodes small.
package struct Span: Hashable, Sendable {
  package var start: UInt32
  package var end: UInt32

  package init(_ range: Range<Int>) {
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
  }

  /// The offsets as a range that indexes the source's bytes.
  package var range: Range<Int> { Int(start)..<max(Int(start), Int(end)) }

  /// The first byte alone, used where a whole object would mark too much.
  package var opening: Span { Span(Int(start)..<Int(start) + 1) }
}
