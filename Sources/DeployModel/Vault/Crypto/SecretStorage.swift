/// The one place where the bytes of a ``Secret`` stand, however many copies of it there are.
final class SecretStorage: Sendable {
  let bytes: SecureBytes

  init(_ bytes: consuming SecureBytes) { self.bytes = bytes }
}
