using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using IamCore.Authorization.Snapshots;
using IamCore.Policies.Requests;
using IamCore.Stores;

namespace IamCore.Authorization;

/// <summary>
/// The authorizer of a directory: caches compiled policies and invalidates them as the store changes. Create one per store and keep it as
/// long as the store.
/// </summary>
/// <example>
/// <code>
/// var store = new InMemoryDirectoryStore();
/// using var authorizer = new DirectoryAuthorizer(store, new()
/// {
///     Authorizer = new() { MaxStaleness = TimeSpan.FromSeconds(1) },
/// });
/// AccessResult result = await authorizer.AuthorizeAsync(
///     "arn:aws:iam::123456789012:user/alice", "docs:Read", "arn:aws:docs:::document/13");
/// </code>
/// </example>
public sealed class DirectoryAuthorizer : IAuthorizer, IDisposable
{
    private readonly TimeProvider _time;
    private readonly FactSource _facts;
    private readonly Answerer _answerer;
    private readonly IResourcePolicySource? _resourcePolicies;
    private readonly AuthorizerTelemetry _telemetry;

    /// <summary>Creates an authorizer.</summary>
    /// <param name="store">The store of the directory, which the caller disposes.</param>
    /// <param name="options">The settings; the default settings if <see langword="null"/>.</param>
    /// <exception cref="InvalidOperationException">One or more settings are out of range.</exception>
    public DirectoryAuthorizer(IDirectoryStore store, DirectoryAuthorizerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= new();
        options.Authorizer.Validate();
        _time = options.TimeProvider;
        _facts = new FactSource(this, store, options.PredefinedPolicies, options.Authorizer, _time);
        _resourcePolicies = options.ResourcePolicies;
        _telemetry = new AuthorizerTelemetry(options.MeterFactory, () => _facts.CachedPrincipals, () => _facts.RevisionLag);
        LastAccessed = options.LastAccessed ?? new LastAccessed(options.Authorizer.MaxTrackedIdentities);
        _answerer = new Answerer(options.Authorizer, [.. options.Observers], options.Authorizer.RecordLastAccessed ? LastAccessed : null);
    }

    /// <summary>The record of which identity last used which action; empty if recording is disabled.</summary>
    public LastAccessed LastAccessed { get; }

    /// <summary>The source of this authorizer's activities.</summary>
    internal ActivitySource Activities => _telemetry.Activities;

    /// <inheritdoc />
    [SuppressMessage("Design", "CA1031", Justification = "Handed to whoever awaits, as any other failure of the question")]
    public ValueTask<AccessResult> AuthorizeAsync(in AccessQuestion question, CancellationToken cancellationToken = default)
    {
        ThrowIfNothingAsked(in question);
        var activity = _telemetry.Start(in question);
        var startedAt = _telemetry.IsTiming ? Stopwatch.GetTimestamp() : 0;
        try
        {
            var resource = question.ResourcePolicy;
            if (AsksHost(in question))
            {
                var asked = _resourcePolicies!.FindAsync(question.Resource, cancellationToken);
                if (!asked.IsCompletedSuccessfully)
                {
                    return AnswerAsync(question, resource, asked.AsTask(), startedAt, activity, cancellationToken);
                }

                resource = asked.Result;
            }

            if (TryAnswer(in question, resource, isConfirmed: false, out var result, out var confirmation))
            {
                _telemetry.Decided(in result, startedAt, activity);
                return new ValueTask<AccessResult>(result);
            }

            return LoadAndAnswerAsync(question, resource, confirmation, startedAt, activity, cancellationToken);
        }
        catch (Exception exception)
        {
            _telemetry.Failed(exception, activity);
            return ValueTask.FromException<AccessResult>(exception);
        }
    }

    /// <inheritdoc />
    public async ValueTask<ValueList<AccessResult>> AuthorizeAllAsync(
        ReadOnlyMemory<AccessQuestion> questions, CancellationToken cancellationToken = default)
    {
        ThrowIfNotOfOnePrincipal(questions.Span);
        if (questions.IsEmpty)
        {
            return ValueList<AccessResult>.Empty;
        }

        var policies = new PolicySet?[questions.Length];
        for (var i = 0; i < policies.Length; i++)
        {
            policies[i] = await ResourcePolicyAsync(questions.Span[i], cancellationToken).ConfigureAwait(false);
        }

        if (!TryFindAll(questions.Span, out var facts))
        {
            _telemetry.Loaded();
            facts = (await _facts.LoadAsync(questions, isKept: true, cancellationToken).ConfigureAwait(false)).Facts;
        }

        var now = _time.GetUtcNow();
        var results = new AccessResult[questions.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = _answerer.Decide(in questions.Span[i], in facts[i], policies[i], now);
        }

        for (var i = 0; i < results.Length; i++)
        {
            _answerer.Report(in questions.Span[i], facts[i].Principal, in results[i], now);
            _telemetry.Decided(in results[i], 0, null);
        }

        return [.. results];
    }

    /// <inheritdoc />
    public ValueTask<AccessExplanation> ExplainAsync(in AccessQuestion question, CancellationToken cancellationToken = default)
    {
        ThrowIfNothingAsked(in question);
        return ExplainAsync(question, null, cancellationToken);
    }

    /// <summary>Stops watching the store. The store itself is not disposed.</summary>
    public void Dispose()
    {
        _facts.Dispose();
        _telemetry.Dispose();
    }

    private static void ThrowIfNothingAsked(in AccessQuestion question)
    {
        if (question.Principal is null)
        {
            throw new ArgumentException("The default question is not valid", nameof(question));
        }
    }

    private static void ThrowIfNotOfOnePrincipal(ReadOnlySpan<AccessQuestion> questions)
    {
        foreach (ref readonly var question in questions)
        {
            ThrowIfNothingAsked(in question);
            if (question.Session != questions[0].Session || !question.Principal.Equals(questions[0].Principal))
            {
                throw new ArgumentException(
                    $"The questions are of different principals or sessions: {questions[0].Principal} and {question.Principal}", nameof(questions));
            }
        }
    }

    private bool AsksHost(in AccessQuestion question) =>
        _resourcePolicies is not null && question.ResourcePolicy is null && !SnapshotLoader.RequestOf(in question).IsTrustRequest;

    /// <summary>Explains what would be decided if the policies were changed (ID-268).</summary>
    internal async ValueTask<AccessExplanation> ExplainAsync(
        AccessQuestion question, Func<ApplicablePolicies, ApplicablePolicies>? change, CancellationToken cancellationToken)
    {
        var resource = await ResourcePolicyAsync(question, cancellationToken).ConfigureAwait(false);
        var loaded = await _facts.LoadAsync(new[] { question }, isKept: false, cancellationToken).ConfigureAwait(false);
        return _answerer.Explain(in question, loaded, resource, _time.GetUtcNow(), _facts.Compiled, change);
    }

    /// <summary>Explains what the stored policies alone decide; null if they do not allow the request.</summary>
    internal async ValueTask<AccessExplanation?> ExplainIfAllowedAsync(AccessQuestion question, CancellationToken cancellationToken)
    {
        ThrowIfNothingAsked(in question);
        var resource = await ResourcePolicyAsync(question, cancellationToken).ConfigureAwait(false);
        var loaded = await _facts.LoadAsync(new[] { question }, isKept: false, cancellationToken).ConfigureAwait(false);
        var now = _time.GetUtcNow();
        return Answerer.IsAllowedByPolicies(in question, in loaded.Facts[0], resource, now)
            ? _answerer.Explain(in question, loaded, resource, now, _facts.Compiled, static policies => policies)
            : null;
    }

    /// <summary>See <see cref="AccessSimulator.FindContextKeysAsync"/>.</summary>
    internal async ValueTask<ValueList<string>> FindContextKeysAsync(Principal principal, CancellationToken cancellationToken)
    {
        var question = new AccessQuestion(principal, KnownActions.GetCallerIdentity, ResourceName.None);
        var loaded = await _facts.LoadAsync(new[] { question }, isKept: false, cancellationToken).ConfigureAwait(false);
        return loaded.Facts[0].Principal is { } found ? PolicyKeys.Of(found.Policies) : ValueList<string>.Empty;
    }

    private ValueTask<PolicySet?> ResourcePolicyAsync(AccessQuestion question, CancellationToken cancellationToken) =>
        AsksHost(in question) ? _resourcePolicies!.FindAsync(question.Resource, cancellationToken) : new ValueTask<PolicySet?>(question.ResourcePolicy);

    /// <summary>Decides from the caches alone, if they contain everything needed.</summary>
    private bool TryAnswer(in AccessQuestion question, PolicySet? resource, bool isConfirmed, out AccessResult result, out Task<long>? confirmation)
    {
        result = default;
        var now = _time.GetUtcNow();
        if (!_facts.TryWanted(question.MinimumRevision, now, isConfirmed, out var wanted, out confirmation)
            || !_facts.TryFindPrincipal(in question, wanted, out var principal))
        {
            return false;
        }

        var context = CompletedContext.Rent();
        var request = Answerer.RequestOf(in question, principal.Principal, context, now);
        if (!_facts.TryComplete(in question, in request, principal, wanted, out var facts))
        {
            context.Return();
            return false;
        }

        result = _answerer.Decide(in question, in request, context, in facts, resource);
        _answerer.Report(in question, principal, in result, now);
        return true;
    }

    /// <summary>Takes the facts of all questions from the caches, if they contain everything at a common revision.</summary>
    private bool TryFindAll(ReadOnlySpan<AccessQuestion> questions, out QuestionFacts[] facts)
    {
        facts = new QuestionFacts[questions.Length];
        if (!_facts.TryWanted(FactSource.MinimumOf(questions), _time.GetUtcNow(), isConfirmed: false, out var wanted, out _)
            || !_facts.TryFindPrincipal(in questions[0], wanted, out var principal))
        {
            return false;
        }

        var (since, through) = (0L, long.MaxValue);
        for (var i = 0; i < facts.Length; i++)
        {
            var request = SnapshotLoader.RequestOf(in questions[i]);
            if (!_facts.TryComplete(in questions[i], in request, principal, wanted, out facts[i]))
            {
                return false;
            }

            (since, through) = (Math.Max(since, facts[i].Since), Math.Min(through, facts[i].Revision));
        }

        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = facts[i] with { Revision = through };
        }

        return since <= through;
    }

    private async ValueTask<AccessResult> AnswerAsync(
        AccessQuestion question, PolicySet? resource, Task<PolicySet?> policy, long startedAt, Activity? activity, CancellationToken cancellationToken)
    {
        try
        {
            resource = await policy.ConfigureAwait(false);
        }
        catch (Exception exception) when (_telemetry.Failed(exception, activity))
        {
            throw new UnreachableException();
        }

        if (TryAnswer(in question, resource, isConfirmed: false, out var result, out var confirmation))
        {
            _telemetry.Decided(in result, startedAt, activity);
            return result;
        }

        return await LoadAndAnswerAsync(question, resource, confirmation, startedAt, activity, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<AccessResult> LoadAndAnswerAsync(
        AccessQuestion question, PolicySet? resource, Task<long>? confirmation, long startedAt, Activity? activity, CancellationToken cancellationToken)
    {
        try
        {
            if (confirmation is not null)
            {
                await FactSource.ConfirmAsync(confirmation, cancellationToken).ConfigureAwait(false);
                if (TryAnswer(in question, resource, isConfirmed: true, out var cached, out _))
                {
                    _telemetry.Decided(in cached, startedAt, activity);
                    return cached;
                }
            }

            _telemetry.Loaded();
            var loaded = await _facts.LoadAsync(new[] { question }, isKept: true, cancellationToken).ConfigureAwait(false);
            var now = _time.GetUtcNow();
            var result = _answerer.Decide(in question, in loaded.Facts[0], resource, now);
            _answerer.Report(in question, loaded.Facts[0].Principal, in result, now);
            _telemetry.Decided(in result, startedAt, activity);
            return result;
        }
        catch (Exception exception) when (_telemetry.Failed(exception, activity))
        {
            throw new UnreachableException();
        }
    }
}
