using CaseMgmt.DataGenerator.Accounts;
using CaseMgmt.DataGenerator.County;
using CaseMgmt.DataGenerator.Plans;

namespace CaseMgmt.DataGenerator;

/// <summary>Writes a whole sample county: normal data, and on top of it the plants of every theme plan.</summary>
public sealed class CountyGenerator
{
    private readonly GeneratorOptions options;
    private readonly CsvFolder folder;
    private readonly IReadOnlyList<Station> stations;

    private CountyGenerator(GeneratorOptions options, CsvFolder folder)
    {
        (this.options, this.folder) = (options, folder);
        stations = Stations.Plan(options);
    }

    /// <summary>Every theme plan of this assembly, by theme code.</summary>
    public static IReadOnlyList<ThemePlan> Plans { get; } = [.. typeof(ThemePlan).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ThemePlan)) && !type.IsAbstract)
        .Select(type => (ThemePlan)Activator.CreateInstance(type)!).OrderBy(plan => plan.Theme, StringComparer.Ordinal)];

    private static Dictionary<string, string> From { get; } = Plans.ToDictionary(plan => plan.Theme, plan => plan.From);

    /// <returns>The number of rows written, truth not counted.</returns>
    public static long Write(GeneratorOptions options, string folder)
    {
        using var csv = new CsvFolder(folder);
        var generator = new CountyGenerator(options, csv);
        generator.WriteShared();
        generator.WriteAccounts();
        generator.WriteGridPlants();
        generator.WriteFreePlants();
        return csv.Rows;
    }

    private void WriteShared()
    {
        var last = Month.Parse(options.Ym);
        var first = last.Add(1 - options.Months);
        WriteAll(Stations.Rows(stations));
        WriteAll(Calendar.Months(first, last));
        WriteAll(Calendar.Days(first, last));
        WriteAll(Tariffs.Rows());
        WriteAll(Services.Limits());
        foreach (var station in stations)
        {
            WriteAll(Grid.Rows(station, options));
            WriteAll(Services.Rows(station, options));
        }
    }

    /// <summary>Plants are spread evenly over the account numbers, so that every station gets some.</summary>
    private void WriteAccounts()
    {
        var plants = Plans.SelectMany(plan => plan.Accounts(Month.Parse(options.Ym)).Select(plant => (plan.Theme, Plant: plant))).ToList();
        if (plants.Count > options.Accounts / 2)
        {
            throw new FormatException($"{plants.Count} planted accounts need --accounts {plants.Count * 2} or more.");
        }

        var next = 0;
        for (var index = 1; index <= options.Accounts; index++)
        {
            var planted = next < plants.Count && index == 1 + (int)((long)next * (options.Accounts - 1) / plants.Count) ? plants[next++] : default;
            var story = Normal(index, planted.Plant?.Archetype ?? Archetype.Any, planted.Plant is { } wishing ? wishing.Wish with { DemandMode = wishing.Wish.DemandMode ?? "1" } : Wish.None);
            if (planted.Plant is { } plant)
            {
                plant.Change(story);
                WriteTruth(planted.Theme, story, plant);
            }
            else
            {
                Several.Write(story);
            }

            WriteAll(story.Rows);
        }
    }

    private void WriteTruth(string theme, AccountStory story, AccountPlant plant)
    {
        var org = story.Cons.Text("org_no");
        if (plant.Key(story) is { } key)
        {
            WriteTruth(theme, org, key, plant.Planted, plant.Note);
        }

        foreach (var other in plant.Also)
        {
            WriteTruth(other, org, story.Number, true, plant.Note);
        }
    }

    /// <summary>What is to be found: in a month before the regulation of its theme, nothing.</summary>
    private void WriteTruth(string theme, string org, string key, bool planted, string note) =>
        folder.Write(new TruthRow(theme, options.Ym, org, key, planted && string.CompareOrdinal(options.Ym, From[theme]) >= 0, note));

    private AccountStory Normal(int index, Archetype wanted, Wish wish)
    {
        var archetype = wanted != Archetype.Any ? wanted : (index % 100) switch
        {
            < 2 => Archetype.Industry,
            < 3 => Archetype.HighVoltageBusiness,
            < 15 => Archetype.Business,
            < 18 => Archetype.Irrigation,
            _ => Archetype.Resident,
        };
        var story = new AccountStory(index, archetype, wish, stations[index % stations.Count], options);
        Master.Write(story);
        Billing.Write(story);
        Collection.Write(story);
        return story;
    }

    private void WriteGridPlants()
    {
        var number = 0;
        foreach (var (theme, plant) in Plans.SelectMany(plan => plan.Grid.Select(plant => (plan.Theme, plant))))
        {
            var station = stations[number % stations.Count];
            var story = new LossStory(plant.ObjectType, 700_000_000L + ++number, station, options);
            plant.Change(story);
            WriteAll(Grid.Object(story));
            WriteTruth(theme, station.OrgNo, plant.Key(story), plant.Planted, plant.Note);
        }
    }

    private void WriteFreePlants()
    {
        var number = 0;
        foreach (var (theme, plant) in Plans.SelectMany(plan => plan.Free.Select(plant => (plan.Theme, plant))))
        {
            var rows = new FreeRows(options, stations[number % stations.Count], ++number);
            var key = plant.Write(rows);
            WriteAll(rows.Rows);
            WriteTruth(theme, rows.OrgNo, key, plant.Planted, plant.Note);
            foreach (var other in plant.Also)
            {
                WriteTruth(other, rows.OrgNo, key, true, plant.Note);
            }
        }
    }

    private void WriteAll(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            folder.Write(row);
        }
    }
}
