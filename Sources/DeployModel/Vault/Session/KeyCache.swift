import Synchronization

/// The data keys that have been unwrapped in this run, each only once.
final class KeyCache: Sendable {
  private let keys = Mutex<[String: DataKey]>([:])

  func key(
    _ identifier: String, _ unwrap: () throws -> DataKey
  ) throws -> DataKey {
    if let key = keys.withLock({ $0[identifier] }) { return key }
    let key = try unwrap()
    keys.withLock { $0[identifier] = key }
    return key
  }

  func add(_ key: DataKey) { keys.withLock { $0[key.identifier] = key } }
}
