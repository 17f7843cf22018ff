using System.Collections.Concurrent;

namespace IamCore.Testing;

/// <summary>
/// An authorizer for tests of code that asks: answers by rules instead of policies, and remembers what it was asked. As in IAM, a rule that denies beats
/// one that allows, and what no rule speaks of is refused. Safe for any number of threads once its rules are given.
/// </summary>
/// <example><code>
/// var authorizer = FakeAuthorizer.DenyAll().Allow("docs:Read", "arn:app:docs::123456789012:document/42");
/// … the code under test …
/// authorizer.AssertAsked("docs:Read", "arn:app:docs::123456789012:document/42");
/// </code></example>
public sealed class FakeAuthorizer : IAuthorizer
{
    private readonly ConcurrentQueue<AskedQuestion> _asked = new();
    private readonly List<FakeRule> _rules = [];
    private readonly Decision _otherwise;
    private volatile Exception? _failure;

    private FakeAuthorizer(Decision otherwise) => _otherwise = otherwise;

    /// <summary>Every question with its answer, in the order asked.</summary>
    public IReadOnlyList<AskedQuestion> Asked => [.. _asked];

    /// <summary>Allows whatever no rule denies.</summary>
    public static FakeAuthorizer AllowAll() => new(Decision.Allow);

    /// <summary>Refuses whatever no rule allows.</summary>
    public static FakeAuthorizer DenyAll() => new(Decision.ImplicitDeny);

    /// <summary>Allows what fits. Patterns are those of policies: <c>*</c> and <c>?</c>; actions without regard to case.</summary>
    /// <param name="action">For example <c>docs:*</c>.</param>
    /// <param name="resource">An ARN pattern, or <c>*</c>.</param>
    /// <param name="principal">A pattern of the principal's ARN or name.</param>
    public FakeAuthorizer Allow(string action, string resource = "*", string principal = "*") => With(Decision.Allow, action, resource, principal);

    /// <summary>Denies what fits, whatever else allows it.</summary>
    public FakeAuthorizer Deny(string action, string resource = "*", string principal = "*") => With(Decision.ExplicitDeny, action, resource, principal);

    /// <summary>Fails every question from now on with an exception, as a directory that cannot be read does; <see langword="null"/> ends it.</summary>
    public FakeAuthorizer Fail(Exception? failure)
    {
        _failure = failure;
        return this;
    }

    /// <summary>Forgets what was asked.</summary>
    public void Clear() => _asked.Clear();

    /// <inheritdoc />
    public ValueTask<AccessResult> AuthorizeAsync(in AccessQuestion question, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<AccessResult>(cancellationToken);
        }

        return _failure is { } failure ? ValueTask.FromException<AccessResult>(failure) : new ValueTask<AccessResult>(Answer(question));
    }

    /// <inheritdoc />
    public ValueTask<ValueList<AccessResult>> AuthorizeAllAsync(ReadOnlyMemory<AccessQuestion> questions, CancellationToken cancellationToken = default)
    {
        if (_failure is { } failure)
        {
            return ValueTask.FromException<ValueList<AccessResult>>(failure);
        }

        var results = new AccessResult[questions.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Answer(questions.Span[i]);
        }

        return new ValueTask<ValueList<AccessResult>>([.. results]);
    }

    /// <inheritdoc />
    /// <remarks>There are no policies, so there is no walk to tell of: the explanation is <see langword="null"/>.</remarks>
    public ValueTask<AccessExplanation> ExplainAsync(in AccessQuestion question, CancellationToken cancellationToken = default) =>
        _failure is { } failure
            ? ValueTask.FromException<AccessExplanation>(failure)
            : new ValueTask<AccessExplanation>(new AccessExplanation(Decide(in question), question.Principal, null));

    /// <summary>Fails the test unless a question that fits was asked.</summary>
    /// <exception cref="FakeAuthorizerException">None was; the message tells what was asked instead.</exception>
    public void AssertAsked(string action, string resource = "*", string principal = "*") =>
        Assert(FindAsked(action, resource, principal).Count > 0, $"Expected a question {Text(action, resource, principal)}, but it was not asked");

    /// <summary>Fails the test unless exactly so many questions that fit were asked.</summary>
    /// <exception cref="FakeAuthorizerException">It was another number; the message tells what was asked.</exception>
    public void AssertAsked(int times, string action, string resource = "*", string principal = "*")
    {
        var count = FindAsked(action, resource, principal).Count;
        Assert(count == times, FormattableString.Invariant($"Expected {times} questions {Text(action, resource, principal)}, but there were {count}"));
    }

    /// <summary>Fails the test if a question that fits was asked.</summary>
    /// <exception cref="FakeAuthorizerException">One was.</exception>
    public void AssertNotAsked(string action = "*", string resource = "*", string principal = "*") =>
        Assert(FindAsked(action, resource, principal).Count == 0, $"Expected no question {Text(action, resource, principal)}, but it was asked");

    /// <summary>Fails the test unless every question was allowed.</summary>
    /// <exception cref="FakeAuthorizerException">One was refused; the message says which rule did, or that none spoke of it.</exception>
    public void AssertAllAllowed() => Assert(_asked.All(a => a.Result.IsAllowed), "Expected every question to be allowed, but not all were");

    /// <summary>The questions that fit, in the order asked.</summary>
    public IReadOnlyList<AskedQuestion> FindAsked(string action, string resource = "*", string principal = "*")
    {
        var rule = new FakeRule(Decision.Allow, action, resource, principal);
        return [.. _asked.Where(a => rule.Fits(a.Question))];
    }

    private static string Text(string action, string resource, string principal) =>
        $"{action} on {resource}{(principal == "*" ? "" : $" by {principal}")}";

    private FakeAuthorizer With(Decision decision, string action, string resource, string principal)
    {
        _rules.Add(new FakeRule(decision, action, resource, principal));
        return this;
    }

    private AccessResult Answer(AccessQuestion question)
    {
        var rule = FindRule(in question);
        var result = ResultOf(rule);
        _asked.Enqueue(new AskedQuestion(question, result, rule?.ToString()));
        return result;
    }

    private AccessResult Decide(in AccessQuestion question) => ResultOf(FindRule(in question));

    private AccessResult ResultOf(FakeRule? rule)
    {
        var decision = rule?.Decision ?? _otherwise;
        return new AccessResult(new AccessDecision(decision, decision == Decision.Allow ? PolicyTypes.None : PolicyTypes.Identity), AccessReason.None, 0);
    }

    private FakeRule? FindRule(in AccessQuestion question)
    {
        FakeRule? allowing = null;
        foreach (var rule in _rules)
        {
            if (rule.Fits(question))
            {
                if (rule.Decision == Decision.ExplicitDeny)
                {
                    return rule;
                }

                allowing ??= rule;
            }
        }

        return allowing;
    }

    private void Assert(bool isTrue, string expectation)
    {
        if (!isTrue)
        {
            var asked = _asked.IsEmpty ? "  nothing" : string.Join(Environment.NewLine, _asked.Select(a => $"  {a}"));
            throw new FakeAuthorizerException($"{expectation}. Asked was:{Environment.NewLine}{asked}");
        }
    }
}
