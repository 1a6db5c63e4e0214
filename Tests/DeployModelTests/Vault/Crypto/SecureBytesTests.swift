import Testing

@testable import DeployModel

struct SecureBytesTests {
  @Test func isFilledOnce() throws {
    let bytes = try SecureBytes(count: 4) { (buffer) throws(CryptographyError) in
      #expect(Array(buffer) == [0, 0, 0, 0])
      buffer[2] = 7
    }
    #expect(bytes.count == 4)
    #expect(bytes.withBytes([UInt8].init) == [0, 0, 7, 0])
  }

  @Test func failsAsItsFillingFails() {
    let outcome = Outcome { () throws(CryptographyError) in
      _ = try SecureBytes(count: 4) { (_) throws(CryptographyError) in throw .notAuthentic }
    }
    #expect(outcome == .notAuthentic)
  }

  @Test func copiesBytesInPlainSight() {
    let bytes = SecureBytes(copying: [1, 2, 3])
    let copy = bytes.copy()
    #expect(copy.withBytes([UInt8].init) == [1, 2, 3])
    let (first, second) = (bytes.withBytes(\.baseAddress), copy.withBytes(\.baseAddress))
    #expect(first != second)
  }

  @Test func canBeEmpty() throws {
    #expect(SecureBytes(copying: []).copy().count == 0)
    #expect(try SecureBytes.random(count: 0).count == 0)
  }

  @Test func isRandomEachTime() throws {
    let first = try SecureBytes.random(count: 32)
    let second = try SecureBytes.random(count: 32)
    #expect(first.withBytes([UInt8].init) != second.withBytes([UInt8].init))
    #expect(try RandomBytes.bytes(count: 32) != RandomBytes.bytes(count: 32))
    #expect(try RandomBytes.bytes(count: 5).count == 5)
  }

  #if canImport(Glibc)
    /// Large enough that the allocator's own notes cover little of it, small enough to stay mapped.
    private static let count = 16_384
    private static let pattern = Array(repeating: UInt8(0xa7), count: count)

    /// Without this the tests below would find nothing wherever they looked. Another thread may be
    /// given the memory first, so it is tried more than once.
    @Test func showsWhatIsNotWiped() {
      let isShown = (0..<50).contains { _ in
        let marks = Self.marks {
          let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.count, alignment: 16)
          memory.copyBytes(from: Self.pattern)
          defer { memory.deallocate() }
          return UInt(bitPattern: memory.baseAddress)
        }
        return marks ?? Self.count > 12_000
      }
      #expect(isShown)
    }

    @Test func isWipedWhenItsOwnerGoes() {
      expectFewMarks {
        let bytes = SecureBytes(copying: Self.pattern)
        return bytes.withBytes { UInt(bitPattern: $0.baseAddress) }
      }
    }

    @Test func isWipedWhenItsFillingFails() {
      expectFewMarks {
        var address: UInt = 0
        _ = Outcome { () throws(CryptographyError) in
          _ = try SecureBytes(count: Self.count) { (buffer) throws(CryptographyError) in
            buffer.copyBytes(from: Self.pattern)
            address = UInt(bitPattern: buffer.baseAddress)
            throw .notAuthentic
          }
        }
        return address
      }
    }

    @Test func isWipedWhenTheLastCopyOfASecretGoes() {
      expectFewMarks {
        let secret = Secret(Self.pattern)
        let copies = [secret, secret]
        return copies[1].withBytes { UInt(bitPattern: $0.baseAddress) }
      }
    }

    @Test func takesTheOriginalAwayFromAnArray() {
      expectFewMarks {
        var bytes = Array(repeating: UInt8(0xa7), count: Self.count)
        let address = bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
        let secret = Secret(wiping: &bytes)
        #expect(secret.count == Self.count)
        return address
      }
    }

    /// How often the byte of the pattern stands where `body` had it.
    private static func marks(at body: () -> UInt) -> Int? {
      ProcessMemory.bytes(count: count, at: body)?.count { $0 == 0xa7 }
    }

    private func expectFewMarks(at body: () -> UInt) {
      guard let marks = Self.marks(at: body) else {
        print("skipped: this process cannot read its memory through /proc/self/mem")
        return
      }
      #expect(marks < 1_000)
    }
  #endif
}
