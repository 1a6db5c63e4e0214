/// What stays in memory until the system takes back all of it at once.
enum LastingMemory {
  private final class Kept {
    let value: Any

    init(_ value: Any) { self.value = value }
  }

  /// Keeps a value that holds no secret until the program ends, which is near: to let go of
  /// thousands of entries one by one would take as long as to write them.
  static func keep(_ value: Any) { _ = Unmanaged.passRetained(Kept(value)) }
}
