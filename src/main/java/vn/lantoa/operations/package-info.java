/** Whether the installation is well: its nodes, jobs, mail, backup, disk, database and slow answers, as a page and as metrics. */
package vn.lantoa.operations;
