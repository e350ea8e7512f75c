using System.Text;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Resources;
using CaseMgmt.DataGenerator;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>Whatever is done to the bytes of a delivery, the load ends, in a good batch or in a report that names file and reason in both languages.</summary>
public sealed class ImportFuzzTests(ImportFuzzTests.Sample sample) : IClassFixture<ImportFuzzTests.Sample>, IDisposable
{
    private static readonly string[] Targets = ["org", "cons", "bill", "tariff", "payment", "mr_read", "contract", "calendar"];
    private readonly string folder = Directory.CreateTempSubdirectory("fuzz").FullName;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Load_SpoiltBytes_EndsInAReport(int seed)
    {
        var random = new Random(seed);
        var (name, other) = (Targets[random.Next(Targets.Length)] + ".csv", Targets[random.Next(Targets.Length)] + ".csv");
        foreach (var file in new[] { name, other })
        {
            var bytes = File.ReadAllBytes(Path.Combine(sample.Folder, file));
            for (var times = random.Next(1, 5); times > 0; times--)
            {
                bytes = Spoil(bytes, random);
            }

            File.WriteAllBytes(Path.Combine(folder, file), bytes);
        }

        var report = Load();
        var errors = report.Problems.Where(problem => !problem.Warning).ToList();
        Assert.Equal(report.Good, errors.Count == 0);
        Assert.All(report.Problems, problem => Assert.True(problem.File.EndsWith(".csv", StringComparison.Ordinal) && Texts.Has("zh", "import." + problem.Code) && Texts.Has("en", "import." + problem.Code), problem.Code));
        Assert.All(errors.Where(problem => problem.Code.StartsWith("bad-", StringComparison.Ordinal)), problem => Assert.True(problem is { Line: > 1, Column: not null }));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("gb18030", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    public void Load_AnyEncodingOfTheTrade_GivesTheSameRows(string encoding, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (text, target) = (File.ReadAllText(Path.Combine(sample.Folder, "org.csv")), Encoding.GetEncoding(encoding));
        File.WriteAllBytes(Path.Combine(folder, "org.csv"), [.. mark ? target.GetPreamble() : [], .. target.GetBytes(text)]);
        var report = Load();
        Assert.True(report.Good);
        Assert.Equal(encoding, report.Files.Single(file => file.Table == "org").Format);
    }

    [Fact]
    public void Load_OneSpoiltCharacterInUtf8_RefusesThatCellAndNotTheEncoding()
    {
        var bytes = File.ReadAllBytes(Path.Combine(sample.Folder, "org.csv"));
        bytes[bytes.AsSpan().LastIndexOf("供电所"u8) + 1] = (byte)'?';
        Assert.Contains(Load("org.csv", bytes).Problems, problem => problem is { Code: "bad-encoding", Column: "org_name" });
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Load_AnyLineEnd_GivesTheSameRows(string end)
    {
        var text = string.Join(end, File.ReadLines(Path.Combine(sample.Folder, "tg.csv")));
        Assert.True(Load("tg.csv", Encoding.UTF8.GetBytes(text)).Good);
    }

    [Fact]
    public void Load_AllLineEndsInOneFile_EndsInAReportOfThatFile()
    {
        var lines = File.ReadAllLines(Path.Combine(sample.Folder, "tg.csv"));
        var text = string.Concat(lines.Select((line, at) => line + (at % 3) switch { 0 => "\r\n", 1 => "\n", _ => "\r" }));
        var report = Load("tg.csv", Encoding.UTF8.GetBytes(text));
        Assert.Contains(report.Problems, problem => problem is { File: "tg.csv", Warning: false });
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\r\n\r\n \r\n")]
    [InlineData("\0\0\0\0")]
    [InlineData("\"")]
    [InlineData(",,,,,,,,\r\n,,,")]
    [InlineData("<html><body>503</body></html>")]
    [InlineData("%PDF-1.7")]
    public void Load_FileThatHoldsNoTable_IsNamedInTheReport(string content) =>
        Assert.Contains(Load("ticket.csv", Encoding.UTF8.GetBytes(content)).Problems, problem => problem.File == "ticket.csv" && Texts.Has("zh", "import." + problem.Code));

    /// <summary>A formula is a text like any other where texts belong, and no number where numbers do; nobody works it out.</summary>
    [Fact]
    public void Load_FormulasInCells_AreTextsOrRefused()
    {
        var lines = File.ReadAllLines(Path.Combine(sample.Folder, "staff.csv"));
        var name = Array.IndexOf(lines[0].Split(','), "emp_name");
        lines[1] = string.Join(',', lines[1].Split(',').Select((cell, at) => at == name ? "=cmd|'/C calc'!A0" : cell));
        Assert.True(Load("staff.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", lines))).Good);
        var bills = File.ReadAllLines(Path.Combine(sample.Folder, "bill.csv"));
        var energy = Array.IndexOf(bills[0].Split(','), "pq");
        bills[1] = string.Join(',', bills[1].Split(',').Select((cell, at) => at == energy ? "=1+1" : cell));
        Assert.Contains(Load("bill.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", bills))).Problems, problem => problem is { File: "bill.csv", Line: 2, Column: "pq" });
    }

    [Fact]
    public void Load_BrokenRows_CostThemselvesAndNotTheRest()
    {
        var lines = File.ReadAllLines(Path.Combine(sample.Folder, "staff.csv")).ToList();
        var whole = lines.Count - 1;
        lines.Insert(2, "\"never closed,x");
        lines.Insert(4, new string('x', 10_000_000));
        lines.Insert(6, "\"a\"b,c");
        var report = Load("staff.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
        Assert.Equal(["3", "5", "7"], report.Problems.Where(problem => problem.File == "staff.csv").Select(problem => $"{problem.Line}"));
        Assert.Equal((whole, 3), report.Files.Where(file => file.Table == "staff").Select(file => ((int)file.Rows, (int)file.Rejected)).Single());
    }

    [Fact]
    public void Load_HeaderInAnotherOrderAndCaseWithColumnsTooMany_IsUnderstood()
    {
        var lines = File.ReadLines(Path.Combine(sample.Folder, "line.csv")).Select(line => line.Split(',')).ToList();
        var text = string.Join('\n', lines.Select((cells, at) => string.Join(',', at == 0 ? cells.Reverse().Select(cell => $" {cell.ToUpperInvariant()} ").Append("extra").Append("") : [.. cells.Reverse(), "?", ""])));
        var report = Load("line.csv", Encoding.UTF8.GetBytes(text));
        Assert.True(report.Good);
        Assert.Equal(["unknown-column", "column-without-name"], report.Problems.Where(problem => problem.File == "line.csv").Select(problem => problem.Code));
    }

    [Fact]
    public void Load_HeaderOnly_IsSaidAndRefusedWhereNoRuleCouldWork()
    {
        var header = File.ReadLines(Path.Combine(sample.Folder, "ticket.csv")).First();
        Assert.Contains(Load("ticket.csv", Encoding.UTF8.GetBytes(header)).Problems, problem => problem is { Code: "no-rows", Warning: true });
        header = File.ReadLines(Path.Combine(sample.Folder, "calendar.csv")).First();
        Assert.Contains(Load("calendar.csv", Encoding.UTF8.GetBytes(header)).Problems, problem => problem is { Code: "no-rows", Warning: false });
    }

    [Theory]
    [InlineData("2026/5/3", "2026-05-03")]
    [InlineData("20260531", "2026-05-31")]
    [InlineData("2026-05-31 00:00:00", "2026-05-31")]
    [InlineData("05/06/2026", null)]
    [InlineData("2026-02-29", null)]
    [InlineData("2026-05-31 12:00:00", null)]
    [InlineData("46173", null)]
    [InlineData("0000-00-00", null)]
    [InlineData("2026-5", null)]
    [InlineData("２０２６-05-31", null)]
    public void Day_OfAnyForm_MeansOneThingOrIsRefused(string text, string? day)
    {
        Span<byte> iso = stackalloc byte[DayText.DayLength];
        var bytes = Encoding.UTF8.GetBytes(text);
        var used = DayText.Day(bytes, iso);
        Assert.Equal(day, used > 0 && DayText.IsMidnight(bytes.AsSpan(used)) ? Encoding.UTF8.GetString(iso) : null);
    }

    [Theory]
    [InlineData("1234.56", 123456L)]
    [InlineData("+1.5", 150L)]
    [InlineData("-0.01", -1L)]
    [InlineData("1.500", 150L)]
    [InlineData("1,234.56", null)]
    [InlineData("1.5E3", null)]
    [InlineData("--1", null)]
    [InlineData("1..5", null)]
    [InlineData("-", null)]
    [InlineData("99999999999999999999999", null)]
    [InlineData("１２", null)]
    public void Decimal_OfAnyForm_IsExactOrRefused(string text, long? scaled) => Assert.Equal(scaled, CellParser.ParseScaled(Encoding.UTF8.GetBytes(text), 2, out _));

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("0123", "0123")]
    public void Cell_ThatASpreadsheetWouldRun_IsWrittenAsText(string text, string cell) => Assert.Equal(cell, CsvCell.Of(text));

    private LoadReport Load(string file, byte[] bytes)
    {
        // An earlier load of the same test has put a link there, through which the sample of all tests would be written.
        File.Delete(Path.Combine(folder, file));
        File.WriteAllBytes(Path.Combine(folder, file), bytes);
        return Load();
    }

    /// <summary>The sample with the files of this test in place of its own.</summary>
    private LoadReport Load()
    {
        foreach (var file in Directory.EnumerateFiles(sample.Folder).Where(file => !File.Exists(Path.Combine(folder, Path.GetFileName(file)))))
        {
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(file)), file);
        }

        var delivery = Delivery.Inspect(folder);
        var report = new LoadReport(TextWriter.Null);
        new MarketingBuild(Path.Combine(folder, $"{Guid.NewGuid():n}.db"), report).Run(delivery.Files, new Progress<LoadProgress>(), default);
        return report;
    }

    private static byte[] Spoil(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        return random.Next(8) switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], .. bytes[(at / 2)..]],
            2 => [.. bytes[..at], (byte)'"', .. bytes[at..]],
            3 => [.. bytes[..at], .. new byte[random.Next(1, 2000)], .. bytes[at..]],
            4 => [.. bytes[..at], .. Garbage(random), .. bytes[at..]],
            5 => [.. bytes.Select(each => each == ',' && random.Next(500) == 0 ? (byte)';' : each)],
            6 => [.. bytes.Where(each => each != '\n' || random.Next(200) > 0)],
            _ => [.. bytes.Select(each => random.Next(3000) == 0 ? (byte)random.Next(256) : each)],
        };
    }

    private static byte[] Garbage(Random random)
    {
        var garbage = new byte[random.Next(1, 3000)];
        random.NextBytes(garbage);
        return garbage;
    }

    /// <summary>A small county that every test spoils a copy of.</summary>
    public sealed class Sample : IDisposable
    {
        public Sample()
        {
            Folder = Directory.CreateTempSubdirectory("fuzz-sample").FullName;
            CountyGenerator.Write(new GeneratorOptions { Accounts = 1000, Months = 7, Ym = "202605" }, Folder);
            File.Delete(Path.Combine(Folder, "truth.csv"));
        }

        public string Folder { get; }

        public void Dispose() => Directory.Delete(Folder, true);
    }
}
