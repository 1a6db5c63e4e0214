import Documents

/// One value that a member opened: who, when, what of, and for what.
///
/// Never the value, its length or a hash of it. The record is on disk before the value is
/// released. It proves what was read through this program; it cannot prove that whoever holds
/// the key read nothing by other means.
package struct ReadRecord: Hashable, Sendable {
  static let format = "flyconf.read/1"
  /// What every line begins with.
  package static let start = "{\"format\":\"\(format)\","

  package var vault: Hash256
  package var member: MemberName
  /// The working copy in which it was read, or the one run of a job that writes to its log.
  package var clone: String
  package var time: Timestamp
  package var action: ReadAction
  package var type: RecordType
  package var id: String
  package var name: String?
  package var revision: UInt64
  package var compartment: Compartment
  /// The hash of the line before; nothing in the first one of a log.
  package var previous: Hash256?

  package init(
    vault: Hash256, member: MemberName, clone: String, time: Timestamp, action: ReadAction,
    type: RecordType, id: String, name: String?, revision: UInt64, compartment: Compartment,
    previous: Hash256? = nil
  ) {
    self.vault = vault
    self.member = member
    self.clone = clone
    self.time = time
    self.action = action
    self.type = type
    self.id = id
    self.name = name
    self.revision = revision
    self.compartment = compartment
    self.previous = previous
  }

  /// The line without a signature: as it stands in the log, or as it is signed.
  var content: [UInt8] { openLine.closed() }

  /// The line before its end, to which what follows can be added.
  var openLine: JSONLineWriter {
    var line = JSONLineWriter()
    line.add("format", Self.format)
    line.add("vault", vault.hex)
    line.add("member", member.text)
    line.add("clone", clone)
    line.add("time", time.description)
    line.add("action", action.rawValue)
    line.add("type", type.rawValue)
    line.add("id", id)
    if let name { line.add("name", name) }
    line.add("rev", revision)
    line.add("compartment", compartment.text)
    if let previous { line.add("previous", previous.hex) }
    return line
  }

  private var message: [UInt8] {
    SignedMessage.read(vault: vault.hex, previous: previous?.hex ?? "", content: content)
  }

  /// The line with a signature, without a newline.
  ///
  /// - Parameter previous: The hash of the line before.
  func line(
    after previous: Hash256?, signedBy identity: Identity
  ) throws(CryptographyError) -> [UInt8] {
    var record = self
    record.previous = previous
    return record.line(with: try identity.sign(record.message))
  }

  func line(with signature: [UInt8]) -> [UInt8] {
    var line = openLine
    line.add("signature", Base64URL.encode(signature))
    return line.closed()
  }

  /// Whether a signature is that of one of the keys.
  func isSigned(_ signature: [UInt8], by keys: [[UInt8]]) -> Bool {
    keys.contains { (try? VerifyingKey($0))?.isValid(signature, for: message) ?? false }
  }
}

extension ReadRecord {
  init?(extracting node: Node) {
    guard node["format"]?.text == Self.format,
      let vault = node["vault"]?.text.flatMap({ Hash256(hex: $0) }),
      let member = node["member"]?.text.flatMap({ try? MemberName($0) }),
      let clone = node["clone"]?.text, Self.isClone(clone),
      let time = node["time"]?.text.flatMap(Timestamp.parsed),
      let action = node["action"]?.text.flatMap(ReadAction.init(rawValue:)),
      let type = node["type"]?.text.flatMap(RecordType.init(rawValue:)),
      let id = node["id"]?.text, case .number(let number) = node["rev"]?.value,
      let revision = UInt64(number.literal),
      let compartment = node["compartment"]?.text.flatMap({ Compartment($0) })
    else { return nil }
    self.init(
      vault: vault, member: member, clone: clone, time: time, action: action, type: type, id: id,
      name: node["name"]?.text, revision: revision, compartment: compartment,
      previous: node["previous"]?.text.flatMap { Hash256(hex: $0) })
  }

  /// Eight hexadecimal digits: the name is part of a file's name.
  private static func isClone(_ text: String) -> Bool {
    Hex.isText(text.utf8, ofCount: 8)
  }
}
