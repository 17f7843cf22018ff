using IamCore.Policies.Requests;

namespace IamCore.Policies.Compilation;

/// <summary>
/// The resource entries of a few statements, each a bit of one word: the action leaves those whose statement names it, the fields before the
/// resource leave those they match, and what is left is tried. Any more candidates have an <see cref="ActionTable"/> and a
/// <see cref="ResourceTable"/>.
/// </summary>
internal sealed class SmallTable
{
    private const int MaxCandidates = 64;

    private readonly Candidate[] _candidates;
    private readonly ActionMasks _actions;
    private readonly Head[] _heads;
    private readonly ulong _everywhere;

    private SmallTable(CompiledStatement[] statements, int count, string? service)
    {
        _candidates = new Candidate[count];
        var masks = new ulong[statements.Length];
        var heads = new List<Head>();
        var next = 0;
        for (var i = 0; i < statements.Length; i++)
        {
            var statement = statements[i];
            var entries = Entries(statement);
            for (var e = 0; e < entries; e++, next++)
            {
                var bit = 1UL << next;
                masks[i] |= bit;
                if (!statement.HasResourceEntries)
                {
                    _candidates[next] = new Candidate(statement, default, statement.HasResourcePart ? ResourceLook.Whole : ResourceLook.None);
                    _everywhere |= bit;
                }
                else if (statement.Resources[e].IsEverything)
                {
                    _candidates[next] = new Candidate(statement, default, ResourceLook.None);
                    _everywhere |= bit;
                }
                else
                {
                    _candidates[next] = new Candidate(statement, statement.Resources[e], ResourceLook.Entry);
                    Add(heads, in statement.Resources[e], bit);
                }
            }
        }

        _heads = [.. heads];
        _actions = new ActionMasks(statements, masks, service);
    }

    private enum ResourceLook : byte
    {
        /// <summary>The entry's resource field.</summary>
        Entry,

        /// <summary>The resource part as a whole.</summary>
        Whole,

        /// <summary>None: every resource matches.</summary>
        None,
    }

    /// <summary>The table, where there are few enough entries for one.</summary>
    public static SmallTable? TryBuild(CompiledStatement[] statements, string? service)
    {
        var count = 0;
        foreach (var statement in statements)
        {
            count += Entries(statement);
        }

        return count <= MaxCandidates ? new SmallTable(statements, count, service) : null;
    }

    /// <summary>The levels that matching statements reach, until one of <paramref name="stop"/> is among them.</summary>
    public MatchLevels Match(ref RequestWalk walk, MatchLevels stop)
    {
        var left = _actions.Resolve(in walk.Request.ActionRef);
        if (left == 0)
        {
            return MatchLevels.None;
        }

        ReadOnlySpan<char> field = default;
        ref readonly var arn = ref walk.Request.ResourceRef.ArnRef;
        var matched = _everywhere;
        if (!arn.IsNone)
        {
            field = arn.Resource;
            foreach (ref readonly var head in _heads.AsSpan())
            {
                if ((left & head.Candidates) != 0 && head.Entry.IsHeadMatch(in arn))
                {
                    matched |= head.Candidates;
                }
            }
        }

        var levels = MatchLevels.None;
        for (left &= matched; left != 0; left &= left - 1)
        {
            ref readonly var candidate = ref _candidates[System.Numerics.BitOperations.TrailingZeroCount(left)];
            if (candidate.Look switch
            {
                ResourceLook.Entry => candidate.Entry.IsResourceMatch(field, ref walk),
                ResourceLook.Whole => candidate.Statement.MatchesResource(ref walk),
                _ => true,
            })
            {
                levels |= candidate.Statement.MatchRest(ref walk);
                if ((levels & stop) != 0)
                {
                    break;
                }
            }
        }

        return levels;
    }

    private static int Entries(CompiledStatement statement) => statement.HasResourceEntries ? statement.Resources.Count : 1;

    private static void Add(List<Head> heads, in ResourceEntry entry, ulong bit)
    {
        for (var i = 0; i < heads.Count; i++)
        {
            if (heads[i].Entry.Head.SequenceEqual(entry.Head))
            {
                heads[i] = heads[i] with { Candidates = heads[i].Candidates | bit };
                return;
            }
        }

        heads.Add(new Head(entry, bit));
    }

    private readonly record struct Candidate(CompiledStatement Statement, ResourceEntry Entry, ResourceLook Look);

    /// <summary>The candidates with one head; the first of their entries stands for the head of all.</summary>
    private readonly record struct Head(ResourceEntry Entry, ulong Candidates);
}
