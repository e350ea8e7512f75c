using CaseMgmt.DataGenerator.Accounts;
using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>The planted rows and near misses of one theme: one class, one file each. New themes need nothing else.</summary>
public abstract class ThemePlan
{
    public abstract string Theme { get; }

    /// <summary>First account month in which the regulation behind the theme holds; in earlier ones nothing of it is to be found.</summary>
    public virtual string From => "";

    /// <summary>Each plant takes an account of its own.</summary>
    public virtual IEnumerable<AccountPlant> Accounts(Month month) => [];

    /// <summary>Each plant takes a feeder, area or dedicated line of its own.</summary>
    public virtual IEnumerable<GridPlant> Grid => [];

    /// <summary>Rows of other tables: tickets, outages, halls, sections.</summary>
    public virtual IEnumerable<FreePlant> Free => [];

    protected static AccountPlant Hit(Archetype archetype, string note, Wish wish, Action<AccountStory> change) => new(archetype, note, true, wish, change);

    protected static AccountPlant Miss(Archetype archetype, string note, Wish wish, Action<AccountStory> change) => new(archetype, note, false, wish, change);

    /// <summary>A plant that is one already by what it wished for.</summary>
    protected static void AsWished(AccountStory story) => ArgumentNullException.ThrowIfNull(story);
}

/// <summary>One account of the theme. <see cref="Key"/> names the object where it is not the account itself.</summary>
public sealed record AccountPlant(Archetype Archetype, string Note, bool Planted, Wish Wish, Action<AccountStory> Change)
{
    /// <summary>Null for an account that only makes another one's case: it is not written to the truth.</summary>
    public Func<AccountStory, string?> Key { get; init; } = story => story.Number;

    /// <summary>Other themes that rightly find the account as well.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}

/// <summary>One feeder ("01"), area ("02") or dedicated line ("03") of the theme.</summary>
public sealed record GridPlant(string ObjectType, string Note, bool Planted, Action<LossStory> Change)
{
    public Func<LossStory, string> Key { get; init; } = story => $"{story.Id}";
}

/// <summary>Rows written for the theme alone; the function returns the object's key.</summary>
public sealed record FreePlant(string Note, bool Planted, Func<FreeRows, string> Write)
{
    /// <summary>Other themes that rightly find the object as well.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
