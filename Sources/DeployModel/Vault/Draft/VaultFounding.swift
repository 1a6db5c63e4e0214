/// Founds a vault: its first member, who owns it, and the change whose hash becomes its id.
package struct VaultFounding: Sendable {
  package let manifest: VaultManifest
  package let change: SignedChange
  private let changeFile: LedgerFile

  /// - Parameter recovery: A second owner whose identity is kept offline, if there is one.
  package init(
    founder name: MemberName, _ identity: Identity, recovery: Member? = nil,
    settings: VaultSettings = VaultSettings(), at time: Timestamp
  ) throws(CryptographyError) {
    let founder = Member(name, identity.publicKeys, isOwner: true)
    let members = [founder] + [recovery].compactMap(\.self)
    let records =
      members.map { member in
        ChangeRecord(
          .memberAdded, .member, member.id, revision: 1, digest: member.digest, member: member)
      } + [
        ChangeRecord(
          .settingsChanged, .settings, settings.id, revision: 1, digest: settings.digest)
      ]
    let nonce = Hex.encode(try RandomBytes.bytes(count: 16))
    let change = Change(
      vault: nil, nonce: nonce, author: name, time: time, after: [], records: records)
    (self.change, changeFile) = try SignedChange.sign(change, by: identity)
    manifest = VaultManifest(id: self.change.hash, settings: settings, members: members)
  }

  /// The files of the new vault by their names in the project's folder.
  package var files: [(name: String, text: String)] {
    [
      (
        "\(SignedChange.folderName)/\(changeFile.name)",
        String(decoding: changeFile.bytes, as: UTF8.self)
      ),
      (VaultManifest.fileName, manifest.text),
    ]
  }
}
