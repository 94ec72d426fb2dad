package io.hdlgen.explore.recommended;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.printed.PowerSource;
import io.hdlgen.explore.budget.Budget;
import io.hdlgen.explore.budget.SupplyBudget;
import io.hdlgen.explore.report.ReportSection;
import io.hdlgen.explore.report.block.DataTable;
import io.hdlgen.explore.report.block.Lines;
import io.hdlgen.explore.report.markup.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What classifier and converters ask of a battery at each supply, and whether they are in time. */
final class BudgetSection {
  private static final List<String> EGFET = List.of("egfet_0v6", "egfet_1v0");
  private static final List<Double> DUTIES = List.of(1.0, 0.1, 0.01);

  private final Budget budget;

  BudgetSection(MappedDesign design) {
    budget = Budget.of(design.circuit(), design.rows(), supplies(design.target()));
  }

  /** The same cells at each supply that there are figures for. */
  private static List<Target> supplies(Target target) {
    return EGFET.contains(target.name())
        ? EGFET.stream().map(TargetCatalogue.builtIn()::find).toList()
        : List.of(target);
  }

  ReportSection section() {
    List<DataTable.Column> columns = new ArrayList<>(List.of(DataTable.Column.text("")));
    for (SupplyBudget supply : budget.supplies()) {
      columns.add(
          DataTable.Column.number(
              String.format(Locale.ROOT, "%s, %.1f V", supply.target(), supply.supplyVolts())));
    }
    List<DataTable.Row> rows = new ArrayList<>();
    add(rows, "classifier, cm\u00b2", supply -> NumberText.amount(supply.areaCm2()));
    add(rows, "converters, cm\u00b2", supply -> amount(supply.converterAreaCm2()));
    add(rows, "classifier, mW", supply -> NumberText.amount(supply.classifierMw()));
    add(rows, "converters, mW", supply -> amount(supply.converterMw()));
    rows.add(row("together, mW", supply -> NumberText.amount(supply.totalMw()), true));
    add(rows, "longest path, 30 % slower, ms", s -> NumberText.amount(s.period().slowMs()));
    add(rows, "within the period", BudgetSection::inTime);
    add(rows, "most inferences a second", BudgetSection::most);
    add(rows, "an inference, on all the time, \u00b5J", s -> NumberText.amount(s.energyUj()));
    add(rows, "on until settled, \u00b5J", s -> NumberText.amount(s.leastEnergyUj()));
    for (int b = 0; b < PowerSource.BATTERIES.size(); b++) {
      int battery = b;
      PowerSource.Battery each = PowerSource.BATTERIES.get(b);
      add(
          rows,
          "fed by %s (%s mW)".formatted(each.name(), NumberText.count((long) each.budgetMw())),
          supply -> supply.batteries().get(battery).feeds().name().toLowerCase(Locale.ROOT));
    }
    for (double duty : DUTIES) {
      add(
          rows,
          String.format(Locale.ROOT, "hours a milliwatt-hour, on %.0f %% of the time", 100 * duty),
          supply -> life(supply, duty));
    }
    return new ReportSection(
        "Budget",
        List.of(
            new DataTable(
                "Static power over the training rows, dynamic power at 5 inferences a second",
                columns,
                rows),
            new Lines(budget.notes())));
  }

  private void add(List<DataTable.Row> rows, String name, Function<SupplyBudget, String> text) {
    rows.add(row(name, text, false));
  }

  private DataTable.Row row(String name, Function<SupplyBudget, String> text, boolean strong) {
    List<String> cells = new ArrayList<>(List.of(name));
    budget.supplies().forEach(supply -> cells.add(text.apply(supply)));
    return new DataTable.Row(cells, strong);
  }

  private static String inTime(SupplyBudget supply) {
    return (supply.period().fits() ? "yes, of " : "no, of ")
        + NumberText.amount(supply.period().periodMs())
        + " ms";
  }

  private static String most(SupplyBudget supply) {
    double most = supply.period().mostInferencesASecond();
    return Double.isInfinite(most) ? "no gates" : NumberText.amount(most);
  }

  private static String life(SupplyBudget supply, double duty) {
    double hours = supply.lifeHours(1, duty);
    return Double.isInfinite(hours) ? "takes no power" : NumberText.amount(hours);
  }

  private static String amount(Optional<Double> value) {
    return value.map(NumberText::amount).orElse("not published");
  }
}
