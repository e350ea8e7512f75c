using System.Text.RegularExpressions;

namespace CaseMgmt.Host.Tests.Conventions;

/// <summary>Rules that only the text of the sources can break.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void Sources_Never_ReadTheWallClockOrSleep() => AssertNone(WallClock(), Files("src"));

    [Fact]
    public void Tests_Never_Sleep() => AssertNone(Sleep(), Files("tests"));

    [Fact]
    public void Pumps_Never_PageByOffset() => AssertNone(Offset(), Files("src").Where(file => PumpName().IsMatch(Path.GetFileName(file))));

    [Fact]
    public void Sources_Never_LeaveWorkBehindInComments() => AssertNone(LeftOver(), Files("src"));

    private static void AssertNone(Regex forbidden, IEnumerable<string> files)
    {
        var found = files.SelectMany(file => File.ReadLines(file).Select((line, index) => (line, index))
            .Where(each => forbidden.IsMatch(each.line) && !each.line.TrimStart().StartsWith("///", StringComparison.Ordinal))
            .Select(each => $"{Path.GetFileName(file)}:{each.index + 1}: {each.line.Trim()}"));
        Assert.Empty(found);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
                && !file.Contains("/node_modules/", StringComparison.Ordinal) && !file.EndsWith(nameof(SourceTests) + ".cs", StringComparison.Ordinal));

    [GeneratedRegex(@"DateTime\.(Now|UtcNow|Today)|DateTimeOffset\.(Now|UtcNow)|Thread\.Sleep|Task\.Delay\(")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay\(")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bOFFSET\b|\.Skip\(", RegexOptions.IgnoreCase)]
    private static partial Regex Offset();

    [GeneratedRegex("Pump|Sweep|Claim")]
    private static partial Regex PumpName();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b")]
    private static partial Regex LeftOver();
}
