import Synchronization

/// The expansions of a key that are in nobody's hands: thousands of values are sealed and opened
/// under a few of them.
final class ExpansionPool: Sendable {
  private final class Idle: Sendable {
    /// Safety of `nonisolated(unsafe)`: who takes one out of the pool is alone with it until it is
    /// put back.
    nonisolated(unsafe) var expansion: KeyExpansion

    init(_ key: borrowing SecureBytes) throws(CryptographyError) {
      expansion = try KeyExpansion(key: key)
    }
  }

  private let idle = Mutex<[Idle]>([])

  /// Lends an expansion to one thread.
  ///
  /// - Parameter key: Always the same one.
  func lend<Result>(
    _ key: borrowing SecureBytes,
    _ body: (inout KeyExpansion) throws(CryptographyError) -> Result
  ) throws(CryptographyError) -> Result {
    let present = idle.withLock { $0.popLast() }
    let lent = if let present { present } else { try Idle(key) }
    let result = try body(&lent.expansion)
    // After a failure it is not used again.
    idle.withLock { $0.append(lent) }
    return result
  }
}
