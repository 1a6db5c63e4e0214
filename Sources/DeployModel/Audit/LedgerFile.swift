/// A file of the ledger's folder as it was read.
package struct LedgerFile: Sendable {
  /// The name inside the folder.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
