using System.Globalization;
using IamCore.Callers;
using IamCore.Signing;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration.Escalation;

/// <summary>
/// Nobody whom a boundary limits rises above it, whatever sequence of up to four permitted operations it takes, as itself or as whom it made
/// (ID-165, ID-242, SC-122): a search through random directories. What is refused changes nothing and is tried without a copy; equal states are
/// searched once; of each length only so many random states are gone on from. <c>IAMCORE_ESCALATION_SEEDS</c> and <c>IAMCORE_ESCALATION_WIDTH</c> make the search larger.
/// </summary>
public sealed class EscalationSearchTests
{
    private const int Depth = 4;

    private static readonly int Seeds = Setting("IAMCORE_ESCALATION_SEEDS", 4);
    private static readonly int Width = Setting("IAMCORE_ESCALATION_WIDTH", 4);

    [Fact]
    public async Task No_sequence_of_up_to_four_permitted_operations_leads_out_of_the_boundary()
    {
        var done = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var (escaped, permitted) = await SearchAsync(await SearchWorld.NewAsync(seed), seed, Width);
            Assert.True(escaped.Count == 0, $"seed {seed}: {string.Join('\n', escaped)}");
            done += permitted;
        }

        Assert.True(done > 40 * Seeds, $"only {done} operations were permitted: the search has nothing to search");
    }

    /// <summary>The search finds what there is: each boundary here has a hole that takes none to three operations to use.</summary>
    [Theory]
    [InlineData("iam:UpdateAssumeRolePolicy", "role/*")] // trust of an administrator's role, then assume it
    [InlineData("iam:AttachUserPolicy iam:CreateUser", "*")] // a user without the boundary
    [InlineData("iam:CreatePolicyVersion", "policy/*")] // the boundary itself
    [InlineData("iam:SetDefaultPolicyVersion", "policy/*")] // its first, wider version
    [InlineData("iam:CreateAccessKey", "user/*")] // an administrator's key
    [InlineData("iam:DeleteUserPermissionsBoundary", "*")]
    public async Task The_search_finds_a_hole_that_is_there(string actions, string resource)
    {
        var hole = SearchWorld.Block($"{actions} sts:AssumeRole", resource == "*" ? "*" : Arn(resource));
        Assert.NotEmpty((await SearchAsync(await SearchWorld.NewAsync(1, hole), 1, Width)).Escaped);
    }

    private static async Task<(IReadOnlyList<string> Escaped, int Permitted)> SearchAsync(SearchWorld start, int seed, int width)
    {
        if (await start.EscapedAsync() is { Count: > 0 } already)
        {
            return (already, 0);
        }

        var random = new Random(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal) { start.Shape() };
        List<SearchWorld> frontier = [start];
        var permitted = 0;
        for (var depth = 1; depth <= Depth; depth++)
        {
            var next = new List<SearchWorld>();
            foreach (var state in frontier)
            {
                await foreach (var world in NextAsync(state))
                {
                    permitted++;
                    if (!seen.Add(world.Shape()))
                    {
                        continue;
                    }

                    if (await world.EscapedAsync() is { Count: > 0 } escaped)
                    {
                        return (escaped, permitted);
                    }

                    next.Add(world);
                }
            }

            frontier = [.. next.OrderBy(_ => random.Next()).Take(width)];
        }

        return ([], permitted);
    }

    /// <summary>The states that one permitted operation leads to, by whomever the caller can act as.</summary>
    private static async IAsyncEnumerable<SearchWorld> NextAsync(SearchWorld state)
    {
        foreach (var (name, actor) in state.Actors)
        {
            var world = state.Copy();
            foreach (var move in SearchMoves.All)
            {
                if (move.MakesActor && state.Actors.Exists(a => a.Name == move.Name))
                {
                    continue;
                }

                var (isPermitted, made) = await TryAsync(move, world, actor);
                if (isPermitted)
                {
                    var reached = world.Fork($"{name}: {move.Name}");
                    if (made is not null)
                    {
                        reached.Actors.Add((move.Name, made));
                    }

                    yield return reached;
                }

                if (world.Store.State != state.Store.State)
                {
                    world = state.Copy();
                }
            }
        }
    }

    private static async Task<(bool IsPermitted, Caller? Made)> TryAsync(Move move, SearchWorld world, Caller actor)
    {
        try
        {
            return (true, await move.DoAsync(world, actor));
        }
        catch (Exception refused) when (refused is IamException or SignatureException)
        {
            return (false, null);
        }
    }

    private static int Setting(string name, int value) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : value;
}
