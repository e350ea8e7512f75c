using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>The state machine of domain document 02 section 4.1, cell by cell, and the risk formula.</summary>
public sealed class AnomalyLifeTests
{
    private const string Table = """
        new           Take=new ToHandle=to-handle Ignore=ignored Reanalyse=reanalyse Absent=self-cleared FoundAgain=new
        to-handle     Take=to-handle Reanalyse=reanalyse Dispatch=in-task Absent=self-cleared FoundAgain=to-handle
        ignored       Reanalyse=reanalyse FoundAgain=ignored
        reanalyse     Take=reanalyse ToHandle=to-handle Ignore=ignored Reanalyse=reanalyse Absent=self-cleared FoundAgain=reanalyse
        in-task       Release=to-handle Finish=done FoundAgain=in-task
        done          Reopen=in-task FoundAgain=done
        self-cleared  ToHandle=to-handle Ignore=ignored Reanalyse=reanalyse FoundAgain=new
        """;

    [Fact]
    public void Life_EveryStateAndEvent_IsAsTheTableSays()
    {
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var allowed = words[1..].Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
            foreach (var what in Enum.GetValues<AnomalyEvent>())
            {
                Assert.Equal((words[0], what, allowed.GetValueOrDefault(what.ToString())), (words[0], what, AnomalyLife.Next(words[0], what)));
            }
        }
    }

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(false, true, true, false)]
    [InlineData(true, false, true, false)]
    [InlineData(true, true, false, false)]
    public void Absence_ClearsOnlyOnFreshDataOfTheUnitBySameRule(bool fresher, bool unitLoaded, bool sameRule, bool cleared) =>
        Assert.Equal(cleared, AnomalyLife.HasCleared(fresher, unitLoaded, sameRule));

    [Fact]
    public void Risk_MoreOfAnything_NeverLowersIt()
    {
        string[] levels = ["4", "3", "2", "1", "special"];
        var random = new Random(11);
        for (var round = 0; round < 2000; round++)
        {
            var (level, stake, hits, weight) = (random.Next(levels.Length), (long)Math.Pow(10, random.NextDouble() * 12), random.Next(1, 12), random.Next(0, 40));
            var score = Score(level, stake, hits, weight);
            Assert.InRange(score, 0, 100);
            Assert.True(Score(Math.Min(4, level + 1), stake, hits, weight) >= score);
            Assert.True(Score(level, stake * 3, hits, weight) >= score);
            Assert.True(Score(level, stake, hits + 1, weight) >= score);
            Assert.True(Score(level, stake, hits, weight + 5) >= score);
        }

        int Score(int level, long stake, int hits, int weight) => RiskScore.Of(levels[level], stake, hits, [("TAG", weight)]);
    }

    [Fact]
    public void Queue_LevelComesBeforeMoneyAndMoneyBeforeRisk()
    {
        Assert.True(RiskScore.QueueKey("special", 0, 0) > RiskScore.QueueKey("1", long.MaxValue, 100));
        Assert.True(RiskScore.QueueKey("2", 101, 0) > RiskScore.QueueKey("2", 100, 100));
        Assert.True(RiskScore.QueueKey("2", 100, 51) > RiskScore.QueueKey("2", 100, 50));
    }
}
