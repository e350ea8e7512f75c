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

    /// <summary>Statements and initialisers are the two ways past <c>Anomaly.Move</c>, which asks the table of states.</summary>
    [Fact]
    public void AnomalyStates_AreWritten_ByTheTableAlone()
    {
        var setters = typeof(Cases.Monitoring.Anomaly).GetProperty("State")!.SetMethod!.ReturnParameter.GetRequiredCustomModifiers();
        Assert.Contains(typeof(System.Runtime.CompilerServices.IsExternalInit), setters);
        var past = Files("src/Cases").Where(file => Path.GetFileName(file) != "AnomalyMoves.cs").Select(file => (Path.GetFileName(file), Text: File.ReadAllText(file)))
            .SelectMany(file => AnomalyStatement().Matches(file.Text).Concat(AnomalyInitialiser().Matches(file.Text)).Select(match => $"{file.Item1}: {match.Value}"));
        Assert.Empty(past);
        Assert.Equal(2, AnomalyStatement().Count(File.ReadAllText(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src/Cases"), "AnomalyMoves.cs", SearchOption.AllDirectories).Single())));
    }

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

    [GeneratedRegex(@"update anomaly set(?:(?!\bwhere\b)[^;])*?\bstate\s*=", RegexOptions.Singleline)]
    private static partial Regex AnomalyStatement();

    [GeneratedRegex(@"new Anomaly\s*\{[^}]*\bState\s*=", RegexOptions.Singleline)]
    private static partial Regex AnomalyInitialiser();

    [GeneratedRegex("Pump|Sweep|Claim")]
    private static partial Regex PumpName();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b")]
    private static partial Regex LeftOver();
}
