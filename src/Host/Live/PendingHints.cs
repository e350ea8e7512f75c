using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Notifications;

namespace CaseMgmt.Host.Live;

/// <summary>One message to the browsers.</summary>
/// <param name="Groups">Who hears it; null means everybody.</param>
public sealed record Hint(string Topic, IReadOnlyList<string>? Groups);

/// <summary>
/// What changed since the browsers were told last, each topic once, with everybody who cares: a connection hears a topic once however many places it changed in.
/// While a task of thousands of orders is dispatched, "case/1", "case/2", ... become "case/*" after some, so the set stays small and so do the bursts.
/// </summary>
public sealed class PendingHints
{
    /// <summary>More topics of one kind are told as all of that kind.</summary>
    public const int MostOfAKind = 20;

    private readonly Lock gate = new();
    private Dictionary<string, Dictionary<string, Audience>> kinds = new(StringComparer.Ordinal);

    public void Add(string announced)
    {
        var (topic, audience) = Topics.Split(announced);
        var kind = topic.Split('/')[0];
        lock (gate)
        {
            var topics = Of(kinds, kind);
            var every = kind + "/*";
            Of(topics, topics.ContainsKey(every) ? every : topic).Add(audience);
            if (topics.Count > MostOfAKind)
            {
                kinds[kind] = new(StringComparer.Ordinal) { [every] = Audience.OfAll(topics.Values) };
            }
        }
    }

    /// <summary>Hands out what is to be told and begins anew.</summary>
    public IReadOnlyList<Hint> Take()
    {
        Dictionary<string, Dictionary<string, Audience>> taken;
        lock (gate)
        {
            (taken, kinds) = (kinds, new(StringComparer.Ordinal));
        }

        return [.. taken.Values.SelectMany(topics => topics).Select(each => new Hint(each.Key, each.Value.Groups))];
    }

    private static T Of<T>(Dictionary<string, T> all, string key)
        where T : class, new()
    {
        if (!all.TryGetValue(key, out var found))
        {
            all[key] = found = new();
        }

        return found;
    }

    /// <summary>Who cares for one topic.</summary>
    private sealed class Audience
    {
        private readonly HashSet<string> groups = new(StringComparer.Ordinal);
        private bool everybody;

        public IReadOnlyList<string>? Groups => everybody ? null : [.. groups];

        public static Audience OfAll(IEnumerable<Audience> some)
        {
            var all = new Audience();
            foreach (var one in some)
            {
                all.everybody |= one.everybody;
                all.groups.UnionWith(one.groups);
            }

            return all;
        }

        public void Add(string? audience)
        {
            everybody |= audience is null;
            groups.UnionWith(audience is null ? []
                : audience.StartsWith("org", StringComparison.Ordinal) ? OrgPaths.SelfAndAbove(audience[3..]).Select(LiveHub.OrgGroup)
                : [audience]);
        }
    }
}
