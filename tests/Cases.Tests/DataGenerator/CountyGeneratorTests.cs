using System.Security.Cryptography;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.DataGenerator;

namespace CaseMgmt.Cases.Tests.DataGenerator;

/// <summary>The sample county is the same on every machine, complete, and its truth names every planted theme.</summary>
public sealed class CountyGeneratorTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("county").FullName;

    public void Dispose() => Directory.Delete(root, true);

    [Fact]
    public void County_SameOptionsTwice_SameBytes()
    {
        var options = new GeneratorOptions { Accounts = 2000, Months = 7 };
        var (first, second) = (Path.Combine(root, "a"), Path.Combine(root, "b"));
        CountyGenerator.Write(options, first);
        CountyGenerator.Write(options, second);
        Assert.Equal(Hashes(first), Hashes(second));
    }

    [Fact]
    public void County_Default_OneFilePerTableEachWithRows()
    {
        CountyGenerator.Write(new GeneratorOptions { Accounts = 2000, Months = 7 }, root);
        var empty = MarketingModel.Current.Tables.Where(table => File.ReadLines(Path.Combine(root, table.Name + ".csv")).Count() < 2).Select(table => table.Name);
        Assert.Empty(empty);
        Assert.Equal(43, MarketingModel.Current.Tables.Count);
    }

    [Fact]
    public void Truth_EveryTheme_HasPlantedRowsAndNearMisses()
    {
        CountyGenerator.Write(new GeneratorOptions { Accounts = 2000, Months = 7 }, root);
        var rows = File.ReadLines(Path.Combine(root, "truth.csv")).Skip(1).ToList();
        foreach (var plan in CountyGenerator.Plans)
        {
            Assert.Equal(plan.Theme != "DJ-05", rows.Exists(row => row.StartsWith(plan.Theme, StringComparison.Ordinal) && row.Contains(",planted,", StringComparison.Ordinal)));
            Assert.Contains(rows, row => row.StartsWith(plan.Theme, StringComparison.Ordinal) && row.Contains(",near-miss,", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Schema_Tables_HaveTheColumnsOfTheModelDocument() =>
        Assert.Equal(460, MarketingModel.Current.Tables.Sum(table => table.Columns.Count));

    private static List<string> Hashes(string folder) =>
        [.. Directory.GetFiles(folder).Order().Select(file => Path.GetFileName(file) + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))))];
}
