/// A name of a machine size that Fly.io no longer sells.
public struct RetiredMachineSize: Hashable, Sendable {
  /// The name as it was written.
  public let name: String

  /// True for machines with a GPU, which are no longer offered at all.
  public let hasGPU: Bool

  /// The size sold now that comes nearest, or nil where there is none.
  public let replacement: MachineSize?

  /// The names of the sizes with a GPU, sorted. Gone from the documentation since 2026-02-11.
  public static let discontinued = PlatformFact(
    ["a10", "a100-40gb", "a100-80gb", "l40s"],
    source: .flyctl("internal/command/platform/vmsizes.go"))

  /// What the platform expects of a name: the refusal of `dedicated-cpu-1x` and `micro-1x` says so.
  public static let stems = PlatformFact(
    ["performance", "shared"], source: .flyGo("machine_types.go"))

  /// What a name once stood for, or nil for one that was never sold.
  ///
  /// `dedicated-cpu-*` is the old name of `performance-*`; `micro-*` came before `shared-cpu-1x`.
  public static func named(_ name: String) -> RetiredMachineSize? {
    if discontinued.value.contains(name) {
      return RetiredMachineSize(name: name, hasGPU: true, replacement: nil)
    }
    if name.hasPrefix("dedicated-cpu-") {
      let size = MachineSize.named("performance-" + name.dropFirst("dedicated-cpu-".count))
      return size.map { RetiredMachineSize(name: name, hasGPU: false, replacement: $0) }
    }
    guard name == "micro-1x" || name == "micro-2x" else { return nil }
    return RetiredMachineSize(
      name: name, hasGPU: false, replacement: MachineSize.named("shared-cpu-1x"))
  }
}
