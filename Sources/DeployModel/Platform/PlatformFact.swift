/// Something Fly.io decides and may change, with where it was read and when.
public struct PlatformFact<Value: Sendable>: Sendable {
  public let value: Value

  /// The document or the source file it was read from.
  public let source: String

  /// The day of the version that was read.
  public let date: CalendarDate

  init(_ value: Value, source: PlatformSource) {
    self.value = value
    self.source = source.address
    date = source.date
  }
}

extension PlatformFact: Equatable where Value: Equatable {}
