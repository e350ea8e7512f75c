namespace CaseMgmt.Workflows.Expressions;

/// <summary>SplitMix64: the same seed gives the same numbers on every machine and every release of the runtime, which System.Random does not promise.</summary>
internal sealed class RandomSequence(long seed)
{
    private ulong state = unchecked((ulong)seed);

    public ulong NextBits()
    {
        unchecked
        {
            var mixed = state += 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>In [0, 1) with 53 bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));
}
