import Testing

@testable import DeployModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct CoreDumpsTests {
  @Test func leavesNoRoomForACore() {
    #expect(CoreDumps.disable())
    var limit = rlimit(rlim_cur: 1, rlim_max: 1)
    #if canImport(Glibc)
      #expect(getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0)
    #else
      #expect(getrlimit(RLIMIT_CORE, &limit) == 0)
    #endif
    #expect(limit.rlim_cur == 0)
    #expect(limit.rlim_max == 0)
  }
}
