/// What a ledger says, in the form in which a machine remembers it.
package struct EncodedState: Sendable {
  let changeCount: Int
  private let encoding: @Sendable () -> [UInt8]

  /// Encoded when the bytes are asked for.
  package init(_ state: LedgerState) {
    changeCount = state.changeCount
    encoding = { Self.encode(state) }
  }

  private init(_ changeCount: Int, _ encoding: @escaping @Sendable () -> [UInt8]) {
    self.changeCount = changeCount
    self.encoding = encoding
  }

  /// Encoded from now on, while something else is done.
  package static func begin(_ state: LedgerState) -> EncodedState {
    // Less is encoded faster than another thread begins.
    guard state.entities.count > ParallelWork.partSize else { return EncodedState(state) }
    let work = ParallelWork.begin { encode(state) }
    return EncodedState(state.changeCount) { work.get() ?? encode(state) }
  }

  var bytes: [UInt8] { encoding() }

  private static func encode(_ state: LedgerState) -> [UInt8] {
    // Most of it are the entities, with a record of two to four hundred bytes each.
    var writer = StateWriter(capacity: state.entities.count * 400)
    writer.write(state)
    return writer.bytes
  }
}
