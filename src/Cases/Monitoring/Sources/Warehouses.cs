using Microsoft.Extensions.Configuration;

namespace CaseMgmt.Cases.Monitoring.Sources;

/// <summary>
/// The warehouses of this installation, from the section "Warehouse": one with Provider, ConnectionString, Schema, and if wished Name, Default and StaleAfterDays;
/// or several, each a section of its own under its name.
/// </summary>
public sealed class Warehouses(IReadOnlyList<Warehouse> all)
{
    private const string UsualName = "warehouse";
    private const int LongestName = 32;

    public static Warehouses None { get; } = new([]);

    public IReadOnlyList<Warehouse> All => all;

    /// <summary>Where scans run that name no source; null is the embedded copy.</summary>
    public Warehouse? Default => all.FirstOrDefault(each => each.Default);

    public Warehouse? Find(string name) => all.FirstOrDefault(each => each.Name == name);

    public static Warehouses Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Warehouse");
        return section["Provider"] is not null
            ? new([Read(section["Name"] ?? UsualName, section)])
            : new([.. section.GetChildren().Where(child => child["Provider"] is not null).Select(child => Read(child.Key, child))]);
    }

    private static Warehouse Read(string name, IConfigurationSection section)
    {
        if (!Enum.TryParse<WarehouseProvider>(section["Provider"], true, out var provider) || name.Length > LongestName || name == DataSources.Embedded)
        {
            throw new SourceUnfitException(name, [new SourceProblem(SourceProblem.Settings, "Provider")]);
        }

        var text = section["ConnectionString"] ?? throw new SourceUnfitException(name, [new SourceProblem(SourceProblem.Settings, "ConnectionString")]);
        return new Warehouse(name, provider, text, section["Schema"] ?? (provider == WarehouseProvider.SqlServer ? "dbo" : "public"))
        {
            Default = section.GetValue("Default", false), StaleAfterDays = section.GetValue("StaleAfterDays", Warehouse.UsualStaleDays),
        };
    }
}
